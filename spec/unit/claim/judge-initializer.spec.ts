import { describe, expect, test } from 'vitest';
import { drawnFrom, judgeInitializer, weightsOf } from '../../../src/claim/index.ts';
import { likelyLaw } from '../../../src/claim/likely-law.ts';
import {
  constant,
  eye,
  type Initializer,
  kaimingNormal,
  kaimingUniform,
  type Law,
  normal,
  normalLaw,
  orthogonal,
  sparse,
  truncatedNormalLaw,
  truncNormal,
  uniform,
  uniformLaw,
  xavierUniform,
  zeros,
} from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { kolmogorovDistance } from '../../../src/stats/index.ts';
import { words } from './words.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';

/** Somebody else's initializer, in which our lint has no say. */
const drawn = () => Reflect.get<Math, 'random'>(Math, 'random')();
const uniformNumbers = ([rows, columns]: number[]) => Array.from({ length: rows * columns }, drawn);

/** A tensor as far as it is read, that says when it is let go. */
const tensors = { made: 0, disposed: 0 };
function tensor(values: ArrayLike<number>) {
  tensors.made++;
  return { dataSync: () => values, dispose: () => void tensors.disposed++ };
}

describe('an initializer of ours', () => {
  const all: [string, Initializer][] = [
    ['kaimingNormal', kaimingNormal()],
    ['xavierUniform', xavierUniform({ gain: 5 / 3 })],
    ['truncNormal', truncNormal({ std: 0.02, a: -0.04, b: 0.04 })],
    ['orthogonal', orthogonal()],
    ['sparse', sparse({ sparsity: 0.25 })],
    ['zeros', zeros()],
    ['constant', constant({ val: 0.1 })],
    ['eye', eye()],
  ];
  test.each(all)('draws from the law that it states: %s', async (_, init) => {
    const judgement = await judgeInitializer(init, init, { seed, shape: [64, 32] });
    expect(judgement.explain()).toMatch(/^supported: /);
    expect(judgement.diagnosis).toBeNull();
  });

  test('is refuted by another’s, with the ratio of variances and what that is known for', async () => {
    const std = Math.sqrt(2 / 128);
    const cut = truncNormal({ std, a: -2 * std, b: 2 * std });
    const judgement = await judgeInitializer(cut, kaimingNormal(), { seed, shape: [64, 128] });
    expect(judgement.explain().replaceAll(/-?\d+(\.\d+)?(e[+-]\d+)?/g, '#')).toBe(
      [
        'refuted: the variance of the weights is the law’s, within a factor of #; and their mean is #; and their distribution is the law’s, within #',
        'of truncNormal(mean #, std #, a #, b #), #x#',
        '  refuted: the variance of the weights over the law’s is #, in [#, #] by κ-aware normal; claimed in [#, #]; # draws, α = #',
        '  refuted: the Kolmogorov distance of weights from the law is #, in [#, #] by DKW; claimed in [#, #]; # draws, α = #',
        '  claimed is a normal law of mean # and std #',
        '  the numbers look normal, cut at two standard deviations, between # and #',
        '  a variance that is # times the law’s is known for: normal weights cut at two standard deviations and not rescaled',
      ].join('\n'),
    );
    const { ratio } = judgement.diagnosis ?? {};
    expect(Number(ratio?.lo)).toBeLessThan(words.cutVariance);
    expect(Number(ratio?.hi)).toBeGreaterThan(words.cutVariance);
  });

  test.each([
    [
      'kaimingUniform’s gain left out',
      kaimingUniform({ nonlinearity: 'linear' }),
      kaimingUniform(),
      'the gain left out: 1 for 1.414',
    ],
    [
      'a bound for a std',
      normal({ std: 0.3 }),
      uniform({ low: -0.3, high: 0.3 }),
      'the bound of a uniform law taken for the std',
    ],
  ])('is known by its mistake: %s', async (_, init, law, mistake) => {
    const { diagnosis } = await judgeInitializer(init, law, { seed });
    expect(diagnosis?.defects[0].en).toBe(mistake);
  });

  test('with another mean, or another shape of the same variance, is refuted for that alone', async () => {
    const shifted = await judgeInitializer(normal({ mean: 0.05 }), normalLaw(0, 1), { seed });
    expect(shifted.evidence.map(({ verdict }) => verdict)).toEqual(['supported', 'refuted', 'refuted']);
    const root3 = Math.sqrt(3);
    const flat = await judgeInitializer(uniform({ low: -root3, high: root3 }), normalLaw(0, 1), { seed });
    expect(flat.evidence.map(({ verdict }) => verdict)).toEqual(['supported', 'supported', 'refuted']);
    expect(flat.explain()).toMatch(/the numbers look uniform between -1\.7\d? and 1\.7\d?\n?/);
    expect(flat.diagnosis?.defects).toEqual([]);
  });

  test('that should always draw one number is held to it', async () => {
    const judgement = await judgeInitializer(normal({ std: 0.05 }), normalLaw(0, 0), { seed });
    expect(judgement).toMatchObject({ verdict: 'refuted', evidence: [{ kind: 'exact', alpha: 0 }], diagnosis: { ratio: null } });
    expect(judgement.explain()).toContain('  refuted: the largest difference of a weight from 0 (each of 8) is ');
  });
});

describe('somebody else’s initializer', () => {
  test('may be a function from shape to numbers, asynchronous too, that draws from Math.random()', async () => {
    for (const init of [uniformNumbers, async (shape: number[]) => Promise.resolve(Float32Array.from(uniformNumbers(shape)))]) {
      expect((await judgeInitializer(init, uniformLaw(0, 1), { seed, shape: [16, 8] })).verdict).toBe('supported');
    }
    const same = await judgeInitializer(uniformNumbers, uniformLaw(0, 2), { seed });
    expect(same.verdict).toBe('refuted');
    expect(same.subject).toBe('uniformNumbers(), 256x256');
  });

  test('may be TensorFlow.js’s: it is asked for the shape, and its tensors are let go', async () => {
    class RandomUniform {
      apply = (shape: number[]) => tensor(uniformNumbers(shape));
    }
    const judgement = await judgeInitializer(new RandomUniform(), uniformLaw(0, 1), { seed });
    expect(judgement).toMatchObject({ verdict: 'supported', subject: 'RandomUniform, 256x256' });
    expect(tensors.made).toBeGreaterThan(8);
    expect(tensors.disposed).toBe(tensors.made);
  });

  test('draws what follows from the seed', async () => {
    const population = weightsOf(uniformNumbers, [4, 4]);
    const [one] = await population.draw(1, 0, 1);
    expect((await population.draw(1, 0, 1))[0]).toEqual(one);
    expect((await population.draw(2, 0, 1))[0]).not.toEqual(one);
    expect((await population.draw(1, 0, 2))[1]).not.toEqual(one);
  });

  const cases: [string, unknown, RegExp][] = [
    ['nothing', undefined, /^initializer must be an initializer, or a function from shape to numbers; got undefined$/],
    ['a promise', Promise.resolve(uniformNumbers), /await the promise first/],
    ['an object of another kind', { weights: 1 }, /^initializer must be .*; got \["weights"\]$/],
    ['too few numbers', () => [1, 2], /^what an initializer draws must be a flat list of 12 numbers, or a tensor; got 2$/],
    ['no numbers', () => 'twelve', /^what an initializer draws must be a flat list of 12 numbers, or a tensor; got 0$/],
    ['lists of lists', () => Array.from({ length: 12 }, () => [1]), /nested lists: flatten them/],
    [
      'a fixed seed',
      () => Array.from({ length: 12 }, (_, i) => i),
      /one that draws anew each time; got "the same numbers twice: is its seed fixed\?"$/,
    ],
  ];
  test.each(cases)('is refused where it is, or gives, %s', async (_, init, message) => {
    await expect(judgeInitializer(init as never, uniformLaw(0, 1), { seed, shape: [3, 4] })).rejects.toThrow(message);
  });

  test('is refused with a law that is none, or a shape', async () => {
    await expect(judgeInitializer(normal(), 'normal' as never)).rejects.toThrow(
      'law must be a law, or an initializer that has one; got "normal"',
    );
    await expect(judgeInitializer(normal(), normalLaw(0, 1), { shape: [0, 3] })).rejects.toThrow('positive integer; got 0');
    expect(() => drawnFrom(normalLaw(0, 1), { within: 0.9 })).toThrow('within must be a finite factor > 1; got 0.9');
  });
});

describe('what numbers look like', () => {
  const cut = truncatedNormalLaw(0, 1, -2, 2);
  const numbers = (init: Initializer) => Array.from(init.draw([256, 256], new Stream(seed, 'likely'), new Float32Array(2 ** 16)));

  test('are laws that are far enough apart to be told from one another', () => {
    const root3 = Math.sqrt(3);
    const grid = Array.from({ length: 2 ** 16 }, (_, i) => (i + 0.5) / 2 ** 16);
    const even = grid.map((u) => root3 * (2 * u - 1));
    const rescaled: Law = { ...cut, cdf: (x) => cut.cdf(x * cut.std) };
    // An even grid is itself within 2⁻¹⁷ of its law.
    expect(Math.abs(kolmogorovDistance(even, normalLaw(0, 1)) - words.distances.normalFromUniform)).toBeLessThan(2 ** -16);
    expect(Math.abs(kolmogorovDistance(even, rescaled) - words.distances.cutFromUniform)).toBeLessThan(2 ** -16);
    expect(Math.min(...Object.values(words.distances))).toBeGreaterThan(0.01 + 0.005);
  });

  test.each([
    ['uniform', uniform({ low: 1, high: 3 }), /^uniform between (0\.9|1\.0|1 )\S* ?and (2\.9|3)/],
    ['normal', normal({ mean: 1, std: 2 }), /^normal, of mean (0\.9|1)\S* and std (1\.9|2)/],
    ['cut', truncNormal(), /^normal, cut at two standard deviations, between -(1\.9|2)\S* and (1\.9|2)/],
  ])('is said: %s', (_, init, said) => {
    expect(likelyLaw(numbers(init))?.en).toMatch(said);
  });

  test('is said of one number, and not of too few or of none of these laws', () => {
    expect(likelyLaw(numbers(constant({ val: 3 })))?.en).toBe('all the same: 3');
    expect(likelyLaw(numbers(normal()).slice(1))).toBeNull();
    expect(likelyLaw(numbers(normal()).map(Math.exp))).toBeNull();
  });
});
