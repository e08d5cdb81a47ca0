import { describe, expect, test } from 'vitest';
import { architectureOf, type Cell, cellAt, cellCount, gridOf, indicesOf, shardOf } from '../../../src/sweep/index.ts';

const all = (given: unknown): Cell[] => {
  const grid = gridOf(given);
  return Array.from({ length: cellCount(grid) }, (_, index) => cellAt(grid, index));
};

describe('A grid', () => {
  test('is the notebook’s size where axes are left out', () => {
    expect(gridOf({ activation: 'tanh', sigmaW: 1 })).toEqual({
      activation: ['tanh'],
      init: null,
      sigmaW: [1],
      sigmaB: [0],
      width: [256],
      depth: [100],
      batch: [16],
      networks: 64,
    });
  });

  test('reads the text of flags and the values of JSON alike', () => {
    const flags = { activation: 'tanh,relu', sigmaW: '0.5..2.5:9', sigmaB: '0,0.25', width: '64,128', networks: '8' };
    const json = {
      activation: ['tanh', 'relu'],
      sigmaW: [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5],
      sigmaB: [0, 0.25],
      width: [64, 128],
      networks: 8,
    };
    expect(gridOf(flags)).toEqual(gridOf(json));
  });

  test('has ends and steps of a range as a reader would write them', () => {
    // 0.1 + 2 · 0.1 is not 0.3 in float64.
    expect(gridOf({ activation: 'tanh', sigmaW: '0.1..0.5:5' }).sigmaW).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  test('has a cell for every combination, the last axis fastest', () => {
    const cells = all({ activation: 'tanh,relu', sigmaW: '1,2', depth: '3,4,5', width: 8 });
    expect(cells).toHaveLength(12);
    expect(cells.map(({ cell }) => cell)).toEqual(cells.map((_, i) => i));
    expect(cells.map(({ activation, sigmaW, depth }) => `${activation} ${sigmaW} ${depth}`)).toEqual(
      ['tanh', 'relu'].flatMap((phi) => [1, 2].flatMap((w) => [3, 4, 5].map((l) => `${phi} ${w} ${l}`))),
    );
  });

  test('makes networks of weights of variance σ_w²/fan_in and biases of variance σ_b², or none', () => {
    const [without, biased] = all({
      activation: 'leaky_relu:slope=0.2',
      sigmaW: 1.5,
      sigmaB: '0,0.5',
      width: 64,
      depth: 3,
      batch: 2,
    });
    const { layers, batch } = architectureOf(biased);
    expect([layers.length, batch, layers[0].activation.slope]).toEqual([3, 2, 0.2]);
    // Laws are stated in float32, as weights are.
    expect(layers[0].init.law([64, 64])).toMatchObject({ family: 'normal', mean: 0, std: Math.fround(1.5 / 8) });
    expect(layers[0].bias?.law([64])).toMatchObject({ family: 'normal', mean: 0, std: 0.5 });
    expect(architectureOf(without).layers[0].bias).toBeNull();
  });

  test('has initializers by name and options', () => {
    const [cell] = all({ activation: 'relu', init: 'kaiming_normal_:mode=fan_out:nonlinearity=relu:a=0', width: 50 });
    expect(architectureOf(cell).layers[0].init.law([50, 50]).std).toBe(Math.fround(0.2));
    expect(cell.sigmaW).toBeNull();
  });

  const plane = { activation: 'tanh', sigmaW: 1 };
  test.each<[unknown, string]>([
    [[], 'a sweep must be an object of axes, such as {"activation": "tanh", "sigmaW": [1, 1.5]}; got []'],
    [
      { ...plane, size: 3 },
      'a key of a sweep must be one of activation, init, sigmaW, sigmaB, width, depth, batch, networks; got "size"',
    ],
    [
      { activation: 'tanh' },
      'the weights of a sweep must be given either by init or by sigmaW (normal weights of variance sigmaW²/fan_in); got "neither"',
    ],
    [
      { ...plane, init: 'ones_' },
      'the weights of a sweep must be given either by init or by sigmaW (normal weights of variance sigmaW²/fan_in); got "both"',
    ],
    [{ sigmaW: 1 }, 'activation must be given; got undefined'],
    [{ ...plane, activation: [] }, 'activation must be one value or more; got []'],
    [{ ...plane, activation: 3 }, 'activation must be a name or a list of names; got 3'],
    [{ ...plane, activation: 'tanh,tanh' }, 'activation must be an axis on which each value comes once; got "tanh"'],
    [
      { ...plane, activation: 'tanh:slope' },
      'activation must be a name, or name:option=value, such as xavier_uniform_:gain=1.5; got "tanh:slope"',
    ],
    [{ ...plane, activation: 'leaky_relu:slope=x' }, 'slope of leaky_relu must be a finite number; got "x"'],
    [{ ...plane, activation: 'tanh:slope=1' }, 'an option of tanh must be none at all; got "slope"'],
    [{ activation: 'tanh', init: 'dirac_' }, 'shape must be of rank 3, 4 or 5, (out, in, …kernel); got [256, 256]'],
    [{ ...plane, width: '64,64' }, 'width must be an axis on which each value comes once; got 64'],
    [{ ...plane, width: 1 }, 'width must be at least 2; got 1'],
    [{ ...plane, width: '2..3:3' }, 'width must be a positive integer; got 2.5'],
    [{ ...plane, width: ['64'] }, 'width must be a number, a list of numbers, or text such as 0.5..2.5:9; got "64"'],
    [{ ...plane, depth: '' }, 'depth must be numbers, or a range such as 0.5..2.5:9; got ""'],
    [{ ...plane, depth: 0 }, 'depth must be a positive integer; got 0'],
    [{ ...plane, batch: null }, 'batch must be a number, a list of numbers, or text such as 0.5..2.5:9; got null'],
    [{ ...plane, sigmaB: -1 }, 'sigmaB must be a finite number ≥ 0; got -1'],
    [{ ...plane, sigmaW: '2..1:3' }, 'sigmaW must be a range that rises, in 2 to 10000 values, such as 0.5..2.5:9; got "2..1:3"'],
    [{ ...plane, networks: 1 }, 'networks must be at least 2; got 1'],
    [{ ...plane, networks: [2, 3] }, 'networks must be one number: it is no axis; got [2, 3]'],
    [{ ...plane, sigmaW: '1..2:500', sigmaB: '0..1:500' }, 'cells of a sweep must be at most 100000; got 250000'],
  ])('refuses %j', (given, message) => {
    expect(() => gridOf(given)).toThrow(expect.objectContaining({ name: 'ParameterError', message }));
  });
});

describe('The shards of a grid', () => {
  test.each([1, 2, 3, 7, 20])('are %d shares that have every cell once, and differ by one cell at most', (of) => {
    const shares = Array.from({ length: of }, (_, i) => indicesOf(17, { part: i + 1, of }));
    expect(shares.flat().toSorted((a, b) => a - b)).toEqual(indicesOf(17));
    const sizes = shares.map((share) => share.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('are said as i/k, from the first to the last', () => {
    expect(['1/3', '3/3', '1/1'].map(shardOf)).toEqual([
      { part: 1, of: 3 },
      { part: 3, of: 3 },
      { part: 1, of: 1 },
    ]);
  });

  test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/3/5', '-1/3'])('are refused as %s', (text) => {
    expect(() => shardOf(text)).toThrow(`--shard must be i/k with 1 ≤ i ≤ k, such as 2/8; got "${text}"`);
  });
});
