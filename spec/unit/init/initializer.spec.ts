import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../src/distribution/index.ts';
import {
  type Initializer,
  kaimingNormal,
  kaimingUniform,
  type Law,
  normal,
  truncNormal,
  uniform,
  weight,
  xavierNormal,
  xavierUniform,
} from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { Stream } from '../../../src/random/index.ts';
import { dkw, meanSquare } from '../../../src/stats/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';

/** Rounding to float32: half a unit in its last place. */
const FLOAT32 = 2 ** -24;
/** The probability that one judgement of a draw is wrong. */
const ALPHA = 1e-10;
const seed = process.env['GAINSAY_SEED'] ?? '1';

const fanOut = 192;
const fanIn = 320;
const shape = [fanOut, fanIn];

/** The std of a standard normal number between two bounds: with h = φ/Z there, √(1 + a·h(a) − b·h(b) − (h(a) − h(b))²). */
function stdBetween(a: number, b: number): number {
  const [atA, atB] = [a, b].map((z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / (normalCdf(b) - normalCdf(a)));
  return Math.sqrt(1 + a * atA - b * atB - (atA - atB) ** 2);
}

/** Each initializer, the family and the std that its formula gives, and how a reader would write it. */
const each: [Initializer, Law['family'], number, string][] = [
  [normal(), 'normal', 1, 'normal(mean 0, std 1)'],
  [normal({ mean: 0.5, std: 0.02 }), 'normal', 0.02, 'normal(mean 0.5, std 0.02)'],
  [uniform(), 'uniform', 1 / Math.sqrt(12), 'uniform(0, 1)'],
  [uniform({ low: -0.3, high: 0.1 }), 'uniform', 0.4 / Math.sqrt(12), 'uniform(-0.3, 0.1)'],
  [truncNormal(), 'truncated normal', 0.8796256610342398, 'truncNormal(mean 0, std 1, a -2, b 2)'],
  [
    truncNormal({ std: 0.02, a: -0.04, b: 0.04 }),
    'truncated normal',
    0.02 * 0.8796256610342398,
    'truncNormal(mean 0, std 0.02, a -0.04, b 0.04)',
  ],
  // Between 1 and 2 lies less than 0.3 of the normal: drawn from uniform numbers. φ and Φ at 1 and 2 give its variance.
  [truncNormal({ a: 1, b: 2 }), 'truncated normal', stdBetween(1, 2), 'truncNormal(mean 0, std 1, a 1, b 2)'],
  [
    truncNormal({ mean: 1, std: 2, a: 3, b: 7 }),
    'truncated normal',
    2 * stdBetween(1, 3),
    'truncNormal(mean 1, std 2, a 3, b 7)',
  ],
  [xavierNormal(), 'normal', Math.sqrt(2 / (fanIn + fanOut)), 'xavierNormal(gain 1)'],
  [xavierNormal({ gain: 5 / 3 }), 'normal', (5 / 3) * Math.sqrt(2 / (fanIn + fanOut)), 'xavierNormal(gain 1.667)'],
  [xavierUniform({ gain: 2 }), 'uniform', 2 * Math.sqrt(2 / (fanIn + fanOut)), 'xavierUniform(gain 2)'],
  [kaimingNormal(), 'normal', Math.sqrt(2 / fanIn), 'kaimingNormal(fan_in, leaky_relu)'],
  [kaimingNormal({ mode: 'fan_out', nonlinearity: 'relu' }), 'normal', Math.sqrt(2 / fanOut), 'kaimingNormal(fan_out, relu)'],
  [kaimingNormal({ nonlinearity: 'tanh' }), 'normal', 5 / 3 / Math.sqrt(fanIn), 'kaimingNormal(fan_in, tanh)'],
  [
    kaimingUniform({ slope: Math.sqrt(5) }), // torch.nn.Linear's own: U(±1/√fan_in).
    'uniform',
    1 / Math.sqrt(3 * fanIn),
    'kaimingUniform(fan_in, leaky_relu, slope 2.23606797749979)',
  ],
];

const cases = each.map(([init, family, std, name]) => [name, init, family, std] as const);

/** Two judgements of a weight: its variance, by an interval that knows the law's kurtosis, and its shape, by the band of DKW. */
function judged(weights: Float32Array, law: Law): { variance: boolean; shape: boolean } {
  const { lo, hi } = meanSquare(
    Array.from(weights, (w) => ((w - law.mean) / law.std) ** 2),
    law.kurtosis,
    ALPHA,
  ).interval;
  return { variance: lo <= 1 && 1 <= hi, shape: dkw(Array.from(weights), law, ALPHA).interval.lo === 0 };
}

describe.each(cases)('%s', (name, init, family, std) => {
  const law = init.law(shape);
  const weights = weight(init, shape, new Stream(seed, `init/${name}`));

  test('says how it was made', () => {
    expect(init.name).toBe(name);
  });

  test(`is a ${family} law of std ${std}, to the rounding of its parameters to float32`, () => {
    expect(law.family).toBe(family);
    // A uniform law has two parameters, whose errors add; Φ comes by cephes.
    expect(relativeError(law.std, std)).toBeLessThanOrEqual(2 * FLOAT32 + CEPHES);
  });

  test('draws from the law that it states; 10% wider, or in another shape, it does not', () => {
    expect(judged(weights, law)).toEqual({ variance: true, shape: true });
    const wider = weights.map((w) => law.mean + 1.1 * (w - law.mean));
    expect(judged(wider, law).variance).toBe(false);
    const other = family === 'uniform' ? normal({ mean: law.mean, std: law.std }) : byMoments(law);
    expect(judged(weight(other, shape, new Stream(seed, `init/other/${name}`)), law).shape).toBe(false);
  });

  test('draws the same weight from the same stream, into the array that it is given', () => {
    const out = new Float32Array(fanOut * fanIn);
    expect(init.draw(shape, new Stream(seed, `init/${name}`), out)).toBe(out);
    expect(Buffer.from(out.buffer).equals(Buffer.from(weights.buffer))).toBe(true);
  });
});

/** The uniform law of another law's mean and std. */
const byMoments = ({ mean, std }: Law) => uniform({ low: mean - Math.sqrt(3) * std, high: mean + Math.sqrt(3) * std });

describe('an initializer', () => {
  const draws = (init: Initializer) => weight(init, [4, 5], new Stream(1, 'draws'));

  test('rounds its parameters to float32 and its weights once: mean + std·z', () => {
    const z = new Stream(1, 'draws').normals(new Float64Array(20));
    expect(draws(normal({ mean: 0.1, std: 0.3 }))).toEqual(
      Float32Array.from(z, (one) => Math.fround(0.1) + Math.fround(0.3) * one),
    );
  });

  test('of uniform weights rounds its bounds to float32: low + (high − low)·u', () => {
    const u = new Stream(1, 'draws').uniforms(new Float64Array(20));
    const [low, high] = [Math.fround(-0.1), Math.fround(0.3)];
    expect(draws(uniform({ low: -0.1, high: 0.3 }))).toEqual(Float32Array.from(u, (one) => low + (high - low) * one));
  });

  test('of truncated weights draws again what falls outside ±2 std', () => {
    const stream = new Stream(1, 'truncated');
    const kept = Float32Array.from(new Stream(1, 'truncated').normals(new Float64Array(3000))).filter((z) => Math.abs(z) <= 2);
    expect(kept.length).toBeLessThan(3000);
    expect(weight(truncNormal(), [40, 50], stream)).toEqual(kept.slice(0, 2000));
  });

  test('states the bounds that PyTorch documents: Xavier’s gain·√(6/(fan_in + fan_out)), Kaiming’s gain·√(3/fan)', () => {
    const boundOf = (init: Initializer) => Math.sqrt(3) * init.law(shape).std;
    const error = (init: Initializer, bound: number) => relativeError(boundOf(init), bound);
    expect(error(xavierUniform({ gain: 5 / 3 }), (5 / 3) * Math.sqrt(6 / (fanIn + fanOut)))).toBeLessThanOrEqual(2 * FLOAT32);
    expect(error(kaimingUniform({ nonlinearity: 'relu' }), Math.SQRT2 * Math.sqrt(3 / fanIn))).toBeLessThanOrEqual(2 * FLOAT32);
    expect(error(kaimingUniform({ slope: Math.sqrt(5) }), 1 / Math.sqrt(fanIn))).toBeLessThanOrEqual(2 * FLOAT32);
  });

  test('counts a convolution’s kernel in its fans', () => {
    expect(relativeError(kaimingNormal().law([64, 3, 7, 7]).std, Math.sqrt(2 / 147))).toBeLessThanOrEqual(FLOAT32);
  });

  test.each<[string, () => unknown, string]>([
    ['a negative std', () => normal({ std: -1 }), 'std must be a number ≥ 0; got -1'],
    ['a std of NaN', () => normal({ std: Number.NaN }), 'std must be a number ≥ 0; got NaN'],
    ['a bound of NaN', () => uniform({ low: Number.NaN }), 'low must be a finite number that fits into float32; got NaN'],
    ['an infinite bound', () => uniform({ high: Infinity }), 'high must be a finite number that fits into float32; got Infinity'],
    ['a bound beyond float32', () => uniform({ low: -1e39 }), 'low must be a finite number that fits into float32; got -1e+39'],
    ['bounds in the wrong order', () => uniform({ low: 2, high: 1 }), 'low must be at most high; got [2, 1]'],
    [
      'bounds too far apart',
      () => uniform({ low: -3e38, high: 3e38 }),
      'high − low must be a number that fits into float32; got 6e+38',
    ],
    ['a truncated normal of std 0', () => truncNormal({ std: 0 }), 'std must be a number other than 0; got 0'],
    ['a truncated normal of bounds in the wrong order', () => truncNormal({ a: 2, b: -2 }), 'a must be at most b; got [2, -2]'],
    ['a negative gain', () => xavierNormal({ gain: -1 }), 'gain must be a number ≥ 0; got -1'],
    ['a gain of NaN', () => xavierUniform({ gain: Number.NaN }), 'gain must be a finite number ≥ 0; got NaN'],
    ['an infinite gain', () => xavierUniform({ gain: Infinity }), 'gain must be a finite number ≥ 0; got Infinity'],
    [
      'an unknown mode',
      () => kaimingNormal({ mode: 'fan_avg' }).law(shape),
      'mode must be one of fan_in, fan_out; got "fan_avg"',
    ],
    [
      'an unknown nonlinearity',
      () => kaimingUniform({ nonlinearity: 'gelu' }).law(shape),
      "nonlinearity must be one of PyTorch's twelve",
    ],
    ['a slope of NaN', () => kaimingNormal({ slope: Number.NaN }).law(shape), 'slope must be a number other than NaN; got NaN'],
    ['a shape without fans', () => xavierNormal().law([0, 0]), 'shape must be one with a fan of 1 or more; got [0, 0]'],
    ['a law where there is no fan', () => kaimingNormal().law([5, 0]), 'shape must be one with a fan of 1 or more; got [5, 0]'],
  ])('refuses %s, and names parameter, rule and value', (_, make, message) => {
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(message);
  });

  test.each([xavierUniform(), kaimingNormal()])('that goes by fans has no law for a shape of rank 1: $name', (init) => {
    expect(() => init.law([5])).toThrow('shape must be of rank 2 or more, (fan_out, fan_in, …); got [5]');
    expect(() => init.law([-1, 5])).toThrow('every entry of shape must be an integer ≥ 0; got -1');
  });

  test.each([normal(), uniform(), truncNormal()])('of one law for all shapes draws any: $name', (init) => {
    for (const any of [[], [5], [2, 3, 4, 5]]) expect(init.law(any).std).toBe(init.law(shape).std);
    expect(weight(init, [], new Stream(1, 'x'))).toHaveLength(1);
    expect(weight(init, [3, 0], new Stream(1, 'x'))).toHaveLength(0);
  });

  test('that draws by its fans cannot draw for a shape of rank 1', () => {
    expect(() => weight(xavierNormal(), [5], new Stream(1, 'x'))).toThrow('shape must be of rank 2 or more');
  });
});
