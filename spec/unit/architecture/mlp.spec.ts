import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { mapLayers, mlp, secondMoments } from '../../../src/architecture/index.ts';
import { normal, xavierNormal } from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

const init = normal();

describe('mlp', () => {
  test('of one width has as many layers as it is deep, each with a stream of its own', () => {
    expect(mlp({ width: 4, depth: 3, batch: 2, activation: tanh, init })).toEqual({
      batch: 2,
      input: null,
      layers: [0, 1, 2].map((stream) => ({ fanIn: 4, fanOut: 4, activation: tanh, init, bias: null, stream })),
    });
  });

  test('of a list of widths has one layer less than widths: from input to output', () => {
    const { layers } = mlp({ width: [784, 256, 10], init });
    expect(layers.map(({ fanIn, fanOut }) => [fanIn, fanOut])).toEqual([
      [784, 256],
      [256, 10],
    ]);
    expect(mlp({ width: [784, 256, 10], depth: 2, init }).layers).toEqual(layers);
  });

  test('has a batch of 16, an input of normal numbers, no activation and no biases, unless said otherwise', () => {
    const { batch, input, layers } = mlp({ width: 4, depth: 1, init });
    expect(batch).toBe(16);
    expect(input).toBeNull();
    expect(layers[0].activation).toBe(linear);
    expect(layers[0].bias).toBeNull();
  });

  test('has the biases that are asked for in every layer', () => {
    const bias = normal({ std: 0.1 });
    expect(mlp({ width: [4, 5, 6], init, bias }).layers.map((layer) => layer.bias)).toEqual([bias, bias]);
  });

  test('takes an exact input of one second moment, or of one for each row', () => {
    const one = { secondMoment: 1.7, cosine: 0.3 };
    expect(mlp({ width: 4, depth: 1, batch: 3, input: one, init }).input).toEqual(one);
    expect(secondMoments(one, 3)).toEqual([1.7, 1.7, 1.7]);
    const each = { secondMoment: [1, 2, 3], cosine: 0 };
    expect(mlp({ width: 4, depth: 1, batch: 3, input: each, init }).input).toEqual(each);
    expect(secondMoments(each, 3)).toEqual([1, 2, 3]);
  });

  test.each<[string, () => unknown, string]>([
    ['a width of 0', () => mlp({ width: 0, depth: 2, init }), 'width must be a positive integer; got 0'],
    ['a width of 1.5', () => mlp({ width: 1.5, depth: 2, init }), 'width must be a positive integer; got 1.5'],
    ['a width in the list that is none', () => mlp({ width: [4, -1, 2], init }), 'width must be a positive integer; got -1'],
    [
      'a list of one width',
      () => mlp({ width: [4], init }),
      'width must be a list of two widths or more, from input to output; got [4]',
    ],
    ['an empty list', () => mlp({ width: [], init }), 'width must be a list of two widths or more, from input to output; got []'],
    ['a depth of 0', () => mlp({ width: 4, depth: 0, init }), 'depth must be a positive integer; got 0'],
    ['one width without a depth', () => mlp({ width: 4, init }), 'depth must be given where width is one number; got undefined'],
    [
      'a depth that contradicts the list',
      () => mlp({ width: [4, 4, 4], depth: 3, init }),
      'depth must be 2, as many as the list of widths has layers; got 3',
    ],
    ['a batch of 0', () => mlp({ width: 4, depth: 1, batch: 0, init }), 'batch must be a positive integer; got 0'],
    [
      'second moments that are not as many as the rows',
      () => mlp({ width: 4, depth: 1, batch: 3, input: { secondMoment: [1, 2], cosine: 0 }, init }),
      'input.secondMoment must be one number, or 3 of them; got [1, 2]',
    ],
    [
      'a second moment of 0',
      () => mlp({ width: 4, depth: 1, batch: 2, input: { secondMoment: 0, cosine: 0 }, init }),
      'input.secondMoment must be a finite number > 0; got 0',
    ],
    [
      'a row’s second moment that is negative',
      () => mlp({ width: 4, depth: 1, batch: 2, input: { secondMoment: [1, -1], cosine: 0 }, init }),
      'input.secondMoment must be a finite number > 0; got -1',
    ],
    [
      'a cosine below 0',
      () => mlp({ width: 4, depth: 1, batch: 2, input: { secondMoment: 1, cosine: -0.1 }, init }),
      'input.cosine must be in [0, 1]; got -0.1',
    ],
    [
      'a cosine above 1',
      () => mlp({ width: 4, depth: 1, batch: 2, input: { secondMoment: 1, cosine: 1.1 }, init }),
      'input.cosine must be in [0, 1]; got 1.1',
    ],
    [
      'a cosine of NaN',
      () => mlp({ width: 4, depth: 1, batch: 2, input: { secondMoment: 1, cosine: Number.NaN }, init }),
      'input.cosine must be in [0, 1]; got NaN',
    ],
    [
      'an exact input that is no wider than its batch',
      () => mlp({ width: [4, 9], batch: 4, input: { secondMoment: 1, cosine: 0 }, init }),
      'width of an exact input must be more than the batch of 4; got 4',
    ],
    ['a batch of NaN', () => mlp({ width: 4, depth: 1, batch: Number.NaN, init }), 'batch must be a positive integer; got NaN'],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(message);
  });
});

describe('mapLayers', () => {
  test('changes every layer, by its index, and leaves the architecture it was given as it is', () => {
    const before = mlp({ width: 4, depth: 3, activation: relu, init });
    const copy = structuredClone(before.layers.map(({ fanIn, stream }) => ({ fanIn, stream })));
    const other = xavierNormal();
    const after = mapLayers(before, (layer, index) => (index === 1 ? { ...layer, init: other } : layer));
    expect(after.layers.map((layer) => layer.init)).toEqual([init, other, init]);
    expect(after.batch).toBe(before.batch);
    expect(before.layers.map(({ fanIn, stream }) => ({ fanIn, stream }))).toEqual(copy);
    expect(before.layers[1].init).toBe(init);
  });
});
