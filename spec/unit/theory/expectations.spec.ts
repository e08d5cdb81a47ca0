import { describe, expect, test } from 'vitest';
import { activationNamed, activationNames, linear, relu, tanh } from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { derivativeProductMoment, moments, productMoment, quadratureOf } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE } from './fixtures.ts';
import { isHonest, reference } from './reference.ts';

/** What the double quadrature promises of activations of order 1. */
const PRODUCT = 1e-10;

describe('quadratureOf', () => {
  test.each(activationNames)('gives the moments that mpmath finds, and bounds its error: %s', (name) => {
    const { mean, product, derivativeProduct, slope } = quadratureOf(activationNamed(name));
    const cases = reference.moments.filter(({ activation }) => activation === name);
    expect(cases.length).toBe(3);
    for (const { q, ...truth } of cases) {
      const found = [mean(q), product(q, 1), derivativeProduct(q, 1), slope(q)];
      const expected = [truth.mean, truth.secondMoment, truth.derivativeSquared, truth.slope];
      found.forEach((integral, i) => {
        expect(isHonest(integral, expected[i]), `q ${q}: ${integral.value} ± ${integral.error}, not ${expected[i]}`).toBe(true);
        expect(integral.error).toBeLessThanOrEqual(4 * QUADRATURE * Math.max(1, q));
      });
    }
  });

  test.each(activationNames)('gives the products of two that mpmath finds, and bounds its error: %s', (name) => {
    const { product, derivativeProduct } = quadratureOf(activationNamed(name));
    const cases = reference.products.filter(({ activation }) => activation === name);
    expect(cases.length).toBe(14);
    for (const { q, c, ...truth } of cases) {
      const found = [product(q, c), derivativeProduct(q, c)];
      [truth.product, truth.derivativeProduct].forEach((expected, i) => {
        const at = `q ${q}, c ${c}: ${found[i].value} ± ${found[i].error}, not ${expected}`;
        expect(isHonest(found[i], expected), at).toBe(true);
        expect(found[i].error, at).toBeLessThanOrEqual(PRODUCT);
      });
    }
  });

  test('is right of a step that is narrow, or of waves that are short, beside the normal density', () => {
    for (const q of [1e3, 1e6]) {
      // Of a sign, E[sign u₁ sign u₂] = (2/π) arcsin c; tanh differs from it where |u| is O(1): with probability 2·E|sign − tanh|·density
      // = 2·(2 ln 2)·2/√(2πq), and by 2 at most.
      for (const c of [-0.7, 0.2, 0.99]) {
        const found = quadratureOf(tanh).product(q, c);
        const strip = (2 * 2 * Math.log(2)) / Math.sqrt(2 * Math.PI * q);
        expect(Math.abs(found.value - (2 / Math.PI) * Math.asin(c)), `q ${q}, c ${c}`).toBeLessThanOrEqual(2 * strip);
        expect(found.error).toBeLessThanOrEqual(PRODUCT);
        // φ′ is a bump: E[φ′(u₁)φ′(u₂)] → (∫φ′)²·the density at (0, 0) = 4/(2πq√(1 − c²)), but for a factor 1 + O(1/((1 − |c|)q)).
        const bumps = quadratureOf(tanh).derivativeProduct(q, c);
        const density = 4 / (2 * Math.PI * q * Math.sqrt(1 - c * c));
        expect(Math.abs(bumps.value / density - 1)).toBeLessThanOrEqual(2 / ((1 - Math.abs(c)) * q));
      }
    }
  });
});

describe('an activation that knows closed forms', () => {
  const known = activationNames.filter((name) => activationNamed(name).closed);

  test.each(known)('knows what quadrature finds: %s', (name) => {
    const activation = activationNamed(name);
    const closed = activation.closed!;
    const { mean, product, derivativeProduct } = quadratureOf(activation);
    for (const q of [1e-6, 0.05, 0.7, 3, 40]) {
      expect(isHonest(mean(q), closed.mean(q), Math.max(1, Math.sqrt(q))), `mean at q ${q}`).toBe(true);
      for (const c of [-1, -0.999, -0.3, 0, 0.4, 0.95, 0.999999, 1]) {
        const found = product(q, c);
        const at = `q ${q}, c ${c}: ${found.value} ± ${found.error}`;
        expect(isHonest(found, closed.product(q, c), Math.max(1, q)), `${at}, not ${closed.product(q, c)}`).toBe(true);
        expect(isHonest(derivativeProduct(q, c), closed.derivativeProduct(q, c)), `${at}, φ′`).toBe(true);
      }
    }
  });

  test.each(known)('knows what mpmath finds, to rounding: %s', (name) => {
    const closed = activationNamed(name).closed!;
    for (const { activation, q, c, product, derivativeProduct } of reference.products) {
      if (activation !== name) continue;
      // Near c = ±1 an arcsine or a root of 1 − c² magnifies the rounding of its argument.
      const rounding = (16 * Number.EPSILON) / Math.sqrt(1 - c * c);
      expect(Math.abs(closed.product(q, c) - product), `product at q ${q}, c ${c}`).toBeLessThanOrEqual(rounding);
      expect(Math.abs(closed.derivativeProduct(q, c) - derivativeProduct), `slope at q ${q}, c ${c}`).toBeLessThanOrEqual(
        rounding,
      );
    }
  });
});

describe('productMoment and derivativeProductMoment', () => {
  test('are the moments of one variable at c = 1, the product of two means at c = 0', () => {
    for (const name of activationNames) {
      const activation = activationNamed(name);
      const { mean, secondMoment } = moments(activation, 0.8);
      expect(Math.abs(productMoment(activation, 0.8, 1) - secondMoment), name).toBeLessThanOrEqual(2 * QUADRATURE);
      expect(Math.abs(productMoment(activation, 0.8, 0) - mean ** 2), name).toBeLessThanOrEqual(PRODUCT);
    }
  });

  test('are derivatives of each other: dE[φφ]/dc = q·E[φ′φ′] (Price 1958)', () => {
    const [q, h] = [0.6, 1e-3];
    for (const name of activationNames) {
      const activation = activationNamed(name);
      for (const c of [-0.5, 0.3]) {
        const difference = (productMoment(activation, q, c + h) - productMoment(activation, q, c - h)) / (2 * h);
        // h²/6 of a third derivative, q³·E[φ‴φ‴]/(…) < 6 even where φ‴ is a pair of steps; and the integrals' error over h.
        expect(Math.abs(difference - q * derivativeProductMoment(activation, q, c)), name).toBeLessThanOrEqual(
          h ** 2 + PRODUCT / h,
        );
      }
    }
  });

  test('reach q = 0: there every φ is φ(0), and φ′ one of its two sides', () => {
    expect(productMoment(tanh, 0, 0.5)).toBe(0);
    expect(derivativeProductMoment(tanh, 0, 0.5)).toBe(1);
    const selu = activationNamed('selu');
    const [left, right] = [selu.derivative(-1e-300), selu.derivative(1e-300)];
    for (const c of [-1, -0.4, 0.9, 1]) {
      const both = 0.5 + Math.asin(c) / Math.PI;
      const expected = (both * (left ** 2 + right ** 2)) / 2 + (1 - both) * left * right;
      expect(relativeError(derivativeProductMoment(selu, 0, c), expected)).toBeLessThanOrEqual(4 * Number.EPSILON);
      expect(Math.abs(derivativeProductMoment(selu, 1e-24, c) - expected)).toBeLessThanOrEqual(PRODUCT);
    }
    for (const name of activationNames) {
      expect(relativeError(moments(activationNamed(name), 0).mean, activationNamed(name).phi(0)), name).toBeLessThanOrEqual(
        2 * Number.EPSILON,
      );
    }
  });

  test('refuse what is no variance and no correlation', () => {
    expect(() => moments(tanh, -1)).toThrow(ParameterError);
    expect(() => moments(tanh, Number.NaN)).toThrow('q must be a finite number ≥ 0; got NaN');
    expect(() => productMoment(tanh, 1, 1.1)).toThrow('c must be a correlation in [−1, 1]; got 1.1');
    expect(() => derivativeProductMoment(tanh, 1, Number.NaN)).toThrow('c must be a correlation in [−1, 1]; got NaN');
  });
});

describe('moments', () => {
  test('of ReLU are √(q/2π) and q/2', () => {
    const { mean, secondMoment } = moments(relu, 3);
    expect(relativeError(mean, Math.sqrt(3 / (2 * Math.PI)))).toBeLessThanOrEqual(3 * QUADRATURE);
    expect(relativeError(secondMoment, 1.5)).toBeLessThanOrEqual(2 * QUADRATURE);
  });

  test('of a homogeneous activation scale, at any q that float64 holds', () => {
    for (const q of [1e-300, 1, 1e300]) {
      expect(relativeError(moments(relu, q).secondMoment, q / 2)).toBeLessThanOrEqual(2 * QUADRATURE);
      expect(relativeError(moments(linear, q).secondMoment, q)).toBeLessThanOrEqual(2 * QUADRATURE);
      expect(relativeError(productMoment(linear, q, 0.25), q / 4)).toBeLessThanOrEqual(4 * PRODUCT);
    }
  });

  test('of tanh are, for small q, q − 2q² + 17q³/3: the series of tanh²', () => {
    for (const q of [1e-30, 1e-9, 1e-6, 1e-4]) {
      // E z² = 1, E z⁴ = 3, E z⁶ = 15 in tanh²x = x² − (2/3)x⁴ + (17/45)x⁶ − …, whose next term has 315·62/315 = 62q⁴ and less.
      const series = q - 2 * q ** 2 + (17 / 3) * q ** 3;
      expect(Math.abs(moments(tanh, q).secondMoment - series)).toBeLessThanOrEqual(70 * q ** 4 + QUADRATURE * q);
    }
    expect(moments(tanh, 0)).toEqual({ mean: 0, secondMoment: 0 });
  });

  test('of tanh are, for large q, 1 − 2/√(2πq): it is a step, but for a strip of that width', () => {
    // ∫ sech²(sz) φ(z) dz = (2/s)·φ(0)·(1 − O(s⁻²)), and π²/24 < 1 bounds the O's factor.
    for (const q of [1e2, 1e4, 1e6]) {
      const s = Math.sqrt(q);
      const strip = 2 / s / Math.sqrt(2 * Math.PI);
      expect(Math.abs(moments(tanh, q).secondMoment - (1 - strip)), `q ${q}`).toBeLessThanOrEqual(strip / q + QUADRATURE);
    }
  });
});
