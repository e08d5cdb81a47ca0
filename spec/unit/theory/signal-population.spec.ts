import { describe, expect, test } from 'vitest';
import { leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { digamma, trigamma } from '../../../src/distribution/index.ts';
import { normal } from '../../../src/init/index.ts';
import { meanFieldStd, reluRatioLaw, signalPopulation } from '../../../src/theory/index.ts';
import { lnStd } from '../../../src/theory/ln-std.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { DRAWN, finiteWidth, STANDARD_ERRORS } from './finite-width.ts';

/** z at 1%, 50%, 99%. */
const LEVELS = [-2.3263478740408408, 0, 2.3263478740408408];

const predicted = finiteWidth.populations.map((drawn) => {
  const { activation, depth } = drawn;
  const layers = lnStd(DRAWN[activation], drawn);
  const { mean, variance } = layers[depth - 1];
  const { lo, median, hi, lnSd } = signalPopulation(DRAWN[activation], drawn);
  // v: what goes by the delta method, on the scale of ln s². The whole chain; for ReLU the sample variance of the last layer, which is all
  // that varies after the first; for linear nothing.
  const v = 4 * { linear: 0, relu: layers[0].variance, tanh: variance, gelu: variance }[activation];
  const quantiles = [lo, median, hi].map((values) => Math.log(values[depth - 1]));
  return { ...drawn, drawn, mean, sd: lnSd[depth - 1], v, quantiles };
});

describe('signalPopulation', () => {
  test('was drawn for six populations at three widths and two depths; v is too large for the delta method in two of these 36', () => {
    expect(predicted.length).toBe(36);
    const large = predicted
      .filter(({ v }) => v >= 0.5)
      .map(({ activation, sigmaW2, width, depth }) => ({ activation, sigmaW2, width, depth }));
    expect(large).toEqual([
      { activation: 'tanh', sigmaW2: 1, width: 32, depth: 100 },
      { activation: 'tanh', sigmaW2: 1, width: 128, depth: 100 },
    ]);
  });

  test.each(predicted.filter(({ v }) => v < 0.5))(
    'has the mean and the sd of ln std to O(v²) and O(v): $activation, σ_w² $sigmaW2, σ_b² $sigmaB2, n $width, L $depth',
    ({ drawn, mean, sd, v }) => {
      // The omitted terms have derivatives of ln V in ln q for factors; its slope goes from 1 to 0 over a few units, so these are below 1.
      expect(Math.abs(mean - drawn.mean)).toBeLessThanOrEqual(STANDARD_ERRORS * drawn.meanError + v ** 2 / 2);
      expect(Math.abs(sd - drawn.sd)).toBeLessThanOrEqual(STANDARD_ERRORS * drawn.sdError + v * sd);
    },
  );

  test.each(predicted.filter(({ v }) => v < 0.5))(
    'has the percentiles, but for the skewness: $activation, σ_w² $sigmaW2, σ_b² $sigmaB2, n $width, L $depth',
    ({ drawn, quantiles, sd, v }) => {
      LEVELS.forEach((z, i) => {
        const drawnError = STANDARD_ERRORS * drawn.quantileErrors[i];
        // Cornish & Fisher's first term, with the skewness that was drawn.
        const skew = (Math.abs((z * z - 1) * drawn.skewness) / 6) * sd;
        const remainder = v ** 2 / 2 + Math.abs(z) * v * sd;
        expect(Math.abs(quantiles[i] - drawn.quantiles[i]), `z = ${z}`).toBeLessThanOrEqual(drawnError + skew + remainder);
      });
    },
  );

  test.each([
    ['mean', 2],
    ['sd', 1.5],
  ] as const)('is better at larger n: the error of the %s of ln std falls from n = 32 to 256 as n^−%d', (moment, power) => {
    const ofDelta = predicted.filter(({ activation }) => activation === 'tanh' || activation === 'gelu');
    const narrow = ofDelta.filter(({ width }) => width === 32);
    const error = ({ drawn, ...one }: (typeof predicted)[number]) => Math.abs(one[moment] - drawn[moment]);
    for (const one of narrow) {
      const wide = ofDelta.find(
        ({ sigmaW2, activation, depth, width }) =>
          width === 256 && depth === one.depth && sigmaW2 === one.sigmaW2 && activation === one.activation,
      );
      if (!wide) throw new RangeError('not drawn at n = 256');
      const errorOf = (drawn: typeof one.drawn) => STANDARD_ERRORS * drawn[`${moment}Error`];
      const share = (32 / 256) ** power;
      expect(error(wide)).toBeLessThanOrEqual(share * (error(one) + errorOf(one.drawn)) + errorOf(wide.drawn));
    }
  });

  test('is as accurate at n = 256 and depth 100 as it says: 6% and 2% for tanh with σ_w = 1, else 1%', () => {
    const shown = predicted.filter(({ width, depth }) => width === 256 && depth === 100);
    for (const { activation, sigmaW2, quantiles, drawn } of shown) {
      const critical = activation === 'tanh' && sigmaW2 === 1;
      quantiles.forEach((quantile, i) => {
        const claimed = critical ? (i === 1 ? 0.02 : 0.06) : 0.01;
        const drawnError = STANDARD_ERRORS * drawn.quantileErrors[i];
        expect(Math.abs(quantile - drawn.quantiles[i])).toBeLessThanOrEqual(claimed + drawnError);
      });
    }
  });

  test('of a linear network is a product of χ²: ψ and ψ₁ of the last layer’s n − 1 and of the others’ n degrees of freedom', () => {
    const layers = lnStd(linear, { sigmaW2: 1, width: 16, depth: 10 });
    layers.forEach(({ mean, variance }, l) => {
      const expected = (l * (digamma(8) - Math.log(8)) + digamma(7.5) - Math.log(7.5)) / 2;
      expect(relativeError(mean, expected)).toBeLessThanOrEqual(64 * Number.EPSILON);
      expect(relativeError(variance, (l * trigamma(8) + trigamma(7.5)) / 4)).toBeLessThanOrEqual(16 * Number.EPSILON);
    });
  });

  test('of a ReLU network adds the ratio law’s E ln and Var ln every layer, and ln σ_w²/2', () => {
    const law = reluRatioLaw(64);
    const layers = lnStd(relu, { sigmaW2: 3, width: 64, depth: 50 });
    const grown = 49 * (law.lnMean + Math.log(1.5));
    // Quadrature's 1e-13 of ½, 49 times over.
    expect(Math.abs(2 * (layers[49].mean - layers[0].mean) - grown)).toBeLessThanOrEqual(1e-11);
    expect(relativeError(4 * (layers[49].variance - layers[0].variance), 49 * law.lnVariance)).toBeLessThanOrEqual(1e-12);
  });

  test('of an activation without a ratio law, but without a scale, goes by the delta method: within O(1/n) of exact for slope 0 and 1', () => {
    for (const [slope, exact] of [
      [0, relu],
      [1, linear],
    ] as const) {
      for (const width of [100, 1000]) {
        const networks = { sigmaW2: 2, width, depth: 30 };
        const [delta, law] = [leakyRelu(slope), exact].map((activation) => lnStd(activation, networks)[29]);
        // Next terms: in the mean of ln χ²_n/n, 1/(3n²); for ReLU, where a layer's noise is 5/n, (5/n)² and less.
        expect(Math.abs(delta.mean - law.mean)).toBeLessThanOrEqual(30 * (5 / width) ** 2);
        expect(relativeError(delta.variance, law.variance)).toBeLessThanOrEqual(10 / width);
      }
    }
  });

  test('states mean field beside it, layer by layer, biases included', () => {
    const width = 64;
    const architecture = mlp({
      width,
      depth: 20,
      activation: tanh,
      init: normal({ std: 1.25 / Math.sqrt(width) }),
      bias: normal({ std: 0.25 }),
    });
    const { meanField } = signalPopulation(tanh, { sigmaW2: 1.25 ** 2, sigmaB2: 0.0625, width, depth: 20 });
    meanFieldStd(architecture).forEach((expected, l) => {
      // 1.25/8 and ¼ are float32 numbers: what is left is rounding.
      expect(relativeError(meanField[l], expected)).toBeLessThanOrEqual(1e-12);
    });
  });

  test('comes down to mean field as n grows', () => {
    const { meanField, median, lo, hi, lnSd } = signalPopulation(tanh, { sigmaW2: 1.5, sigmaB2: 0.05, width: 1e8, depth: 50 });
    // z·sd at 1/√n, and the median's O(1/n), with factors of order 1: sd was .036 at n = 256.
    expect(lnSd[49]).toBeLessThanOrEqual(1e-4);
    expect(relativeError(median[49], meanField[49])).toBeLessThanOrEqual(1e-7);
    expect(relativeError(hi[49] / median[49], median[49] / lo[49])).toBeLessThanOrEqual(1e-14);
    expect(relativeError(Math.log(hi[49] / median[49]), LEVELS[2] * lnSd[49])).toBeLessThanOrEqual(1e-8);
  });

  test('wants a width, a depth and variances', () => {
    const networks = { sigmaW2: 1, width: 64, depth: 10 };
    expect(() => signalPopulation(tanh, { ...networks, width: 1 })).toThrow('width must be at least 2, for a std; got 1');
    expect(() => signalPopulation(tanh, { ...networks, width: 2.5 })).toThrow('width must be a positive integer; got 2.5');
    expect(() => signalPopulation(tanh, { ...networks, depth: 0 })).toThrow('depth must be a positive integer; got 0');
    expect(() => signalPopulation(tanh, { ...networks, sigmaW2: 0 })).toThrow('sigmaW2 must be a finite number > 0; got 0');
    expect(() => signalPopulation(tanh, { ...networks, sigmaB2: -1 })).toThrow('sigmaB2 must be a finite number ≥ 0; got -1');
  });
});
