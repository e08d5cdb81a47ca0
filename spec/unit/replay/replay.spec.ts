import { describe, expect, test } from 'vitest';
import { type BackendChoice, loadEngine } from '../../../src/network/index.ts';
import { CELLS, differences, printedLines, pythonFloat, replay, replayGain } from '../../../src/replay/index.ts';
import { fixture } from '../../fixture.ts';

interface TorchCells {
  cells: { cell: number; std: (number | string)[]; stdInDouble: (number | string)[] }[];
  gain: { gain: number };
}

const torch = fixture<TorchCells>('torch/linear.json');
const engine = await loadEngine((process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice);

describe('a number as Python prints it', () => {
  test.each([
    [15.959932327270508, '15.959932327270508'],
    [17110408, '17110408.0'],
    [0, '0.0'],
    [-2.5, '-2.5'],
    [4480599809064960, '4480599809064960.0'],
    [71968142754054140, '7.196814275405414e+16'],
    [1.322983152787379e36, '1.322983152787379e+36'],
    [1e16, '1e+16'],
    [0.0001, '0.0001'],
    [0.000012345, '1.2345e-05'],
    [Number.NaN, 'nan'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ])('%d is %s', (value, printed) => {
    expect(pythonFloat(value)).toBe(printed);
  });
});

describe('the notebook’s lines', () => {
  test('end with the layer that is not finite, where there is one', () => {
    expect(printedLines(Float64Array.of(1.5, Number.NaN), 1)).toEqual([
      'layer:0, std:1.5',
      'layer:1, std:nan',
      'output is nan in 1 layers',
    ]);
    expect(printedLines(Float64Array.of(1.5), null)).toEqual(['layer:0, std:1.5']);
  });

  test('show a std as the float32 that PyTorch holds', () => {
    expect(printedLines(Float64Array.of(0.1), null)).toEqual(['layer:0, std:0.10000000149011612']);
  });
});

describe('a difference', () => {
  test('is relative to what was printed, and NaN for a layer that was not reached', () => {
    const trace = { std: Float64Array.of(2, 3) } as Parameters<typeof differences>[0];
    expect(differences(trace, [2, 4, 5])).toEqual([0, 0.25, Number.NaN]);
  });
});

describe('the replay', () => {
  // A float32 sum of 256 products in another order differs by some √256 = 16 roundings of 2⁻²⁴, which is the most that a std can
  // differ by a layer. The roundings add up over the layers; and tanh with σ_w = 5/3 is chaotic, where a difference grows by
  // √χ₁ = 1.0999 a layer.
  test.each(CELLS)(
    'of cell $cell agrees with PyTorch 2.13 in every layer, beyond those that the notebook shows',
    async ({ cell, network }) => {
      const trace = await replay(engine, network);
      const reference = torch.cells.find((each) => each.cell === cell);
      const expected = (reference?.stdInDouble ?? []).map(Number).filter(Number.isFinite);
      const bounds = expected.map((_, layer) => 2 ** -24 * (cell === 10 ? 16 * 1.0999 ** layer : 16 * (layer + 1)));
      differences(trace, expected).forEach((difference, layer) =>
        expect(difference, `layer ${layer}`).toBeLessThan(bounds[layer]),
      );
      expect(expected.length).toBeGreaterThan(30);
      expect(trace.firstNonFinite).toBe(cell === 6 ? 31 : null);
    },
  );

  test('of the gain cell from seed 1 is PyTorch’s, to float32', () => {
    expect(Math.abs(replayGain() - torch.gain.gain) / torch.gain.gain).toBeLessThan(4 * 2 ** -24);
  });

  test('of another seed is another network', async () => {
    const [{ network }] = CELLS;
    const [one, two] = [await replay(engine, network, 1), await replay(engine, network, '2')];
    expect(differences(two, Array.from(one.std.slice(0, 30))).some((difference) => difference > 1e-5)).toBe(true);
  });
});
