import { describe, expect, test } from 'vitest';
import type { EvidenceRecord, JsonNumber } from '../../../src/claim/index.ts';
import { statementFigure } from '../../../src/report/statement-figure.ts';
import { corners, labels, numeric } from './corners.ts';
import { attributes, type Node, part, texts } from './dom.ts';
import { evidence } from './records.ts';

const figure = (given: Partial<EvidenceRecord> = {}, alone = false) => part(statementFigure(evidence(given), alone));
const ticks = (root: Node) => corners(root.querySelector('[stroke-opacity="0.6"] path')?.getAttribute('d') ?? '');
const looks = (root: Node) => [...root.querySelectorAll('path[stroke-width]')];
const bar = (node: Node) => corners(node.getAttribute('d') ?? '')[0];
const look = (n: number, lo: JsonNumber, hi: JsonNumber) => ({ n, lo, hi, alpha: 1e-9 });

/** Where a value lies, by what the script is told of the frame. */
function scale(root: Node): (value: number) => number {
  const [left, right, from, to] = (root.querySelector('figure')?.getAttribute('data-frame') ?? '').split(' ').map(Number);
  return (value) => left + ((value - from) / (to - from)) * (right - left);
}

/** The picture is drawn in whole units, and the frame told with six digits: 1e-5 of 400 units. */
const near = (found: number, wanted: number) => expect(Math.abs(found - wanted)).toBeLessThanOrEqual(0.5 + 0.004);

describe('A statement’s figure', () => {
  test('sets networks, intervals, estimate, prediction and band on the axis that the script reads', () => {
    const root = figure();
    const at = scale(root);
    for (const [label, x] of labels(root)) if (label.includes('.')) near(x, at(Number(label)));
    ticks(root).forEach(([[x]], i) => near(x, at([1.2, 1.25, 1.3][i])));
    const [from, to] = bar(looks(root)[1]);
    near(from[0], at(1.1));
    near(to[0], at(1.4));
    near(numeric(root.querySelector('circle'), 'cx'), at(1.25));
    near(numeric(root.querySelector('[stroke="var(--theory)"] line'), 'x1'), at(1.2));
    const rect = root.querySelector('[fill="var(--band)"] rect');
    near(numeric(rect, 'x'), at(0.5));
    near(numeric(rect, 'x') + numeric(rect, 'width'), at(2));
    attributes(root, '[stroke="var(--band-edge)"] line', 'x1').forEach((x, i) => near(Number(x), at([0.5, 2][i])));
  });

  test('has a tick for each network', () => {
    expect(ticks(figure({ sample: Array.from({ length: 20 }, (_, i) => i) }))).toHaveLength(20);
  });

  test('has a row for each look, named by its networks, from the first down to the one that decided', () => {
    const root = figure({ looks: [look(8, 0, 3), look(1600, 0.5, 2), look(3200, 1.1, 1.4)], networks: 3200 });
    const drawn = looks(root);
    const heights = drawn.map((node) => bar(node)[0][1]);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
    expect(texts(root, 'text').slice(0, 3)).toEqual(['8', '1,600', '3,200']);
    expect(drawn.map((node) => numeric(node, 'stroke-width'))).toEqual([1.5, 1.5, 3.5]);
    expect(numeric(root.querySelector('circle'), 'cy')).toBe(heights[2]);
    for (const [[, y], [, end]] of drawn.map(bar)) expect(y).toBe(end);
  });

  test('cuts an interval off where the picture ends, and leaves out what is not a number', () => {
    const root = figure({ looks: [look(8, '-Infinity', 'Infinity'), look(12, 'NaN', 'NaN'), look(16, 1.1, 'Infinity')] });
    const [first, second, ...rest] = looks(root).map(bar);
    expect(rest).toEqual([]);
    expect([first[0][0], first[1][0], second[1][0]]).toEqual([40, 404, 404]);
    expect(texts(root, '.looks li')).toHaveLength(3);
  });

  test('leaves a band open where it has no end', () => {
    const root = figure({ band: { lo: null, hi: 2 } });
    expect(numeric(root.querySelector('[fill="var(--band)"] rect'), 'x')).toBe(40);
    expect(attributes(root, '[stroke="var(--band-edge)"] line', 'x1')).toHaveLength(1);
    expect(texts(root, '.of-band')).toEqual(['(−∞, 2]']);
  });

  test('draws networks that are all alike, and nothing where all there is is one number', () => {
    expect(ticks(figure({ sample: [1.25, 1.25, 1.25] }))).toHaveLength(1);
    const one = figure({
      estimate: 3,
      predicted: 3,
      sample: [3, 3],
      interval: { lo: 3, hi: 3, method: 'exact' },
      band: { lo: 3, hi: 3 },
      looks: [look(2, 3, 3)],
    });
    expect(one.querySelector('svg')).toBeNull();
    expect(one.querySelector('figure')?.getAttribute('data-frame')).toBeNull();
    expect(texts(one, '.of-estimate, .of-band')).toEqual(['3', '= 3']);
  });

  test('says how many networks’ values are not finite, in both languages, and can be asked for the others', () => {
    const given = evidence({ sample: ['NaN', 1.2, 'Infinity', 1.3, '-Infinity'] });
    const shown = statementFigure(given, false);
    expect(texts(part(shown), '.note')).toEqual(['3 of 5 networks’ values are not finite']);
    expect(texts(part(shown, 'zh'), '.note')).toEqual(['5 个网络中有 3 个的值不是有限数']);
    expect(part(shown).querySelector('figure')?.getAttribute('data-sample')).toBe('1.2 1.3');
    expect(texts(figure(), '.note')).toEqual([]);
  });

  test('tells the networks’ values in the order in which they lie', () => {
    expect(
      figure({ sample: [3, 1, 2] })
        .querySelector('figure')
        ?.getAttribute('data-sample'),
    ).toBe('1 2 3');
  });

  test('of a distribution, which has no value a network, has its looks alone', () => {
    const root = figure({ kind: 'distribution', sample: [] });
    expect(root.querySelector('[stroke-opacity="0.6"]')).toBeNull();
    expect(looks(root)).toHaveLength(2);
    expect(root.querySelector('figure')?.getAttribute('data-sample')).toBeNull();
  });

  test('has no drawing where nothing finite was measured, and its numbers all the same', () => {
    const root = figure({ sample: ['NaN'], estimate: 'NaN', interval: { lo: 'NaN', hi: 'NaN', method: 't' } });
    expect(root.querySelector('svg')).toBeNull();
    expect(texts(root, '.of-estimate, .of-interval')).toEqual(['NaN', '[NaN, NaN] t']);
  });

  test('has its verdict, unless it is the claim’s only one', () => {
    expect(texts(figure({ verdict: 'undecided' }), '.badge')).toEqual(['? undecided']);
    expect(texts(figure({}, true), '.badge')).toEqual([]);
  });

  test('says what it is of, without the comma of a sentence, and of what kind', () => {
    const given = evidence({ value: { en: 'the std,', zh: '标准差，' }, kind: 'quantile' });
    expect(texts(part(statementFigure(given, true)), 'figcaption')).toEqual(['the std quantile']);
    expect(texts(part(statementFigure(given, true), 'zh'), 'figcaption')).toEqual(['标准差 分位数']);
  });

  test('has its numbers below, and why support was withheld', () => {
    const root = figure({ objection: 'the sample is <too> skewed', predicted: null, networks: 1600 });
    expect(texts(root, '.numbers > span')).toEqual(['1.25', '[1.1, 1.4] t', '[0.5, 2]', '10⁻⁹', '1,600']);
    expect(texts(root, 'p.undecided')).toEqual(['the sample is <too> skewed']);
    expect(texts(figure(), '.of-theory')).toEqual(['1.2']);
    expect(texts(figure(), 'p.undecided')).toEqual([]);
  });
});
