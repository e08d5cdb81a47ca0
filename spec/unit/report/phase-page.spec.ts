import { describe, expect, test } from 'vitest';
import { relu, softplus, tanh } from '../../../src/activation/index.ts';
import type { Activation } from '../../../src/activation/index.ts';
import { type PhaseMap, phasePage, phaseSvg } from '../../../src/report/index.ts';
import { CLASSES, colourOf, depthScale } from '../../../src/report/phase-class.ts';
import { PHASE_COLOURS } from '../../../src/report/phase-palette.ts';
import { phaseRuns } from '../../../src/report/phase-runs.ts';
import { edgeLine, edgeOfChaos, phaseAt, phaseDiagram, type PhasePoint } from '../../../src/theory/index.ts';
import { read, texts } from './dom.ts';

function mapOf(activation: Activation, given: Partial<PhaseMap> = {}): PhaseMap {
  const grid = { sigmaW: [0, 3], sigmaB: [0, 1], columns: 9, rows: 6 } as const;
  return {
    activation: activation.name,
    grid,
    cells: [...phaseDiagram(activation, grid)],
    edge: edgeLine(activation),
    boundary: [],
    homogeneous: activation.homogeneous,
    places: [{ words: 'the <usual> one', point: phaseAt(activation, 5 / 3), c: 0 }],
    ...given,
  };
}

const withChi = (chi1: number | null, phase: PhasePoint['phase']): PhasePoint => ({ ...phaseAt(tanh, 2), chi1, phase });
const tanhMap = mapOf(tanh, { boundary: [{ sigmaB: 0.2, point: edgeOfChaos(tanh, 0.04) }] });

describe('The class of a point', () => {
  test('is by the layers over which the gradient’s second moment changes by e', () => {
    expect(depthScale(withChi(Math.exp(-1 / 7), 'ordered'))).toBeCloseTo(7, 12);
    expect(depthScale(withChi(Math.exp(1 / 7), 'chaotic'))).toBeCloseTo(7, 12);
    expect(depthScale(withChi(1 + 1e-12, 'critical'))).toBe(Infinity);
    expect(depthScale(withChi(null, null))).toBeNull();
  });

  test('has a colour for each class of each phase, and one for what explodes', () => {
    expect(CLASSES).toEqual(['< 1', '1–2', '2–5', '5–10', '10–20', '20–50', '> 50']);
    const at = (layers: number, sign: 1 | -1) => colourOf(withChi(Math.exp(sign / layers), sign > 0 ? 'chaotic' : 'ordered'));
    expect([0.5, 1.5, 3, 7, 15, 30, 60].map((layers) => at(layers, 1))).toEqual(CLASSES.map((_, i) => `chaotic-${i}`));
    expect(at(3, -1)).toBe('ordered-2');
    expect(colourOf(withChi(1, 'critical'))).toBe('ordered-6');
    expect(colourOf(withChi(null, null))).toBe('explodes');
    for (const name of ['explodes', ...CLASSES.flatMap((_, i) => [`ordered-${i}`, `chaotic-${i}`])])
      expect(PHASE_COLOURS[name]).toHaveLength(2);
  });
});

describe('The runs of a picture', () => {
  test('cover every row from end to end without overlap, each cell in its colour', () => {
    const runs = phaseRuns(tanhMap);
    const { columns, rows } = tanhMap.grid;
    for (let row = 0; row < rows; row++) {
      const own = runs.filter(({ y1 }) => Math.abs(y1 - row / rows) < 1e-12);
      expect(own[0].x1).toBe(0);
      expect(own.at(-1)?.x2).toBe(3);
      own.slice(1).forEach((run, i) => expect(run.x1).toBe(own[i].x2));
      for (let column = 0; column < columns; column++) {
        const cell = tanhMap.cells[row * columns + column];
        const run = own.find(({ x1, x2 }) => x1 < cell.sigmaW && cell.sigmaW < x2);
        expect(run?.colour).toBe(colourOf(cell));
      }
    }
  });
});

describe('The page of the phases', () => {
  const root = read(phasePage(tanhMap));

  test('loads nothing, runs nothing, and escapes what it is given', () => {
    expect(root.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    for (const forbidden of ['script', 'link', 'img', 'iframe', '[src]', '[href]', '[onload]'])
      expect(root.querySelector(forbidden)).toBeNull();
    expect(texts(root, 'tbody tr:first-child td')[1]).toBe('the <usual> one');
  });

  test('has the picture, which says in words what it shows, and its legend', () => {
    const words = [...root.querySelectorAll('svg')].map((svg) => svg.getAttribute('aria-label'));
    expect(words).toHaveLength(2);
    expect(words[0]).toMatch(
      /^Phases of wide tanh networks for σ_w from 0 to 3 and σ_b from 0 to 1: \d+% of it ordered, \d+% chaotic, 0% with signals that explode\./,
    );
    expect(texts(root, 'svg text')).toEqual(expect.arrayContaining(['ordered', 'chaotic', 'a', ...CLASSES]));
    expect(texts(root, '.legend li')).toEqual(['edge of chaos, χ₁ = 1', 'usual places, in the table below']);
  });

  test('tells of the usual places, of the edge at some biases, and of the cells in numbers', () => {
    const [places, boundary, cells] = [...root.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => texts(row, 'td')),
    );
    // q*, c*, χ₁ of σ_w = 5/3 (facts: 1.178480, 1.2098); ξ = 1/ln 1.2098 = 5.25.
    expect(places).toEqual([['a', 'the <usual> one', '1.6667', '1.1785', '0', '1.2098', '5.2499', 'chaotic']]);
    // The facts have σ_w = 1.3041 at σ_b = 0.2.
    expect(boundary[0].slice(0, 2)).toEqual(['0.2', '1.3041']);
    expect(boundary[0][4]).toBe('yes');
    expect(cells).toHaveLength(5);
    expect(cells[0][1]).toMatch(/^ordered 0\.\d+$/);
    expect(cells[0].at(-1)).toMatch(/^chaotic \d/);
  });

  test('shows where ReLU explodes, and that its edge is one point', () => {
    const page = read(phasePage(mapOf(relu, { boundary: [{ sigmaB: 0.2, point: null }] })));
    expect(texts(page, '.legend li')).toContain('the signal explodes');
    expect(texts(page, '.legend li')).toContain('χ₁ = 1: critical without biases');
    expect(texts(page, 'svg text')).toContain('explodes');
    expect(texts(page, '.note')).toEqual(['Networks of relu have no edge of chaos at σb = 0.2.']);
    expect(page.querySelector('[fill="var(--explodes)"]')).not.toBeNull();
  });

  test('names no line that is not there', () => {
    const page = read(phasePage(mapOf(softplus, { places: [] })));
    expect(texts(page, '.legend li')).toEqual(['the signal explodes']);
  });
});

describe('The picture as a file', () => {
  const svg = phaseSvg(tanhMap);

  test('has its colours in itself, those of dark paper in its sheet', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toContain('var(');
    for (const [light, dark] of Object.values(PHASE_COLOURS)) expect(svg).toContain(`[fill="${light}"]{fill:${dark}}`);
    expect(svg).not.toMatch(/<script|href=|url\(http/);
  });

  test('names the places that the picture letters', () => {
    expect(texts(read(`<body>${svg}</body>`), 'text')).toContain('a: σw = 1.6667, the <usual> one');
  });

  test('is the same bytes, however many were drawn before', () => {
    expect(phaseSvg(tanhMap)).toBe(svg);
  });

  // Our own output, looked at and kept: it says that the picture changed, not that it is right. Coordinates have two decimals (svg.ts).
  test('is what it was', async () => {
    await expect(svg).toMatchFileSnapshot('phase-tanh-9x6.svg');
  });
});
