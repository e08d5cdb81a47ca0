import { describe, expect, test } from 'vitest';
import { erf, gelu, leakyRelu, linear, relu, sin } from '../../../src/activation/index.ts';
import { activationOf, closed, type Expectation, opposed } from './fixtures.ts';

const EPSILON = Number.EPSILON;

/** A dozen and a half roundings of ε/2 at most, and one of the library's functions, right to an ulp. */
const ROUNDINGS = 8;

/** Of what size the terms are that a closed form adds up: the result's own, but where they have opposite signs. */
function sizes({ activation, slope = 0, q, c, product, derivativeProduct }: Expectation) {
  const opposite = c < 0;
  if (activation === 'leaky_relu' && opposite) return { product: Math.abs(product) + 2 * slope * q, derivativeProduct };
  if (activation !== 'gelu' || !opposite) return { product: Math.abs(product), derivativeProduct };
  // Of two terms one is the result less the other, which is P(W₁, W₂ > 0) times qc or 1, or ReLU's expectation, W as in gelu-closed.ts.
  const rho = (q * c) / (1 + q);
  const both = Math.acos(-rho) / (2 * Math.PI);
  const one = q > 1 ? relu.closed.product(1 + q, rho) : -q * c * both;
  return { product: Math.abs(product) + 2 * one, derivativeProduct: Math.abs(derivativeProduct) + 2 * both };
}

/** sin's is an exponential, whose argument q(1 − |c|) was rounded twice. */
const roundings = ({ activation, q, c }: Expectation) => ROUNDINGS + (activation === 'sin' ? q * (1 - Math.abs(c)) : 0);

describe.each(['linear', 'relu', 'leaky_relu', 'erf', 'sin', 'gelu'])("%s's closed forms", (name) => {
  const all = [...closed, ...opposed].filter(({ activation }) => activation === name);
  const check = (of: 'mean' | 'product' | 'derivativeProduct') => {
    expect(all).toHaveLength(5 * 7 + 2 * 2);
    for (const each of all) {
      const { q, c } = each;
      const size = of === 'mean' ? each.mean : sizes(each)[of];
      const error = Math.abs(activationOf(each).closed![of](q, c) - each[of]);
      expect(error, `q = ${q}, c = ${c}`).toBeLessThanOrEqual(EPSILON * roundings(each) * size);
    }
  };

  test('have the mean E[φ(u)] that mpmath sums', () => check('mean'));

  test('have the product E[φ(u₁)φ(u₂)] that mpmath sums, from c = −1 to 1', () => check('product'));

  test('have the product of derivatives E[φ′(u₁)φ′(u₂)] that mpmath sums', () => check('derivativeProduct'));
});

describe('a closed form', () => {
  const everyone = [linear, relu, leakyRelu(0.2), erf, sin, gelu];
  const correlations = [-1, -0.6, 0, 0.3, 1];

  test('is 0 at q = 0, where the derivatives of smooth activations are φ′(0)²', () => {
    for (const { closed } of everyone) {
      expect(closed!.mean(0)).toBe(0);
      for (const c of correlations) expect(Math.abs(closed!.product(0, c))).toBe(0);
    }
    for (const { closed, derivative } of [linear, erf, sin, gelu])
      for (const c of correlations) expect(closed!.derivativeProduct(0, c)).toBeCloseTo(derivative(0) ** 2, 15);
  });

  test('at tiny q is φ′(0)²·qc, as of a linear activation', () => {
    const q = 1e-200;
    // The next term is smaller by the factor √q or q.
    for (const { closed, derivative } of [linear, erf, sin, gelu])
      for (const c of [-1, -0.6, 0.3, 1])
        expect(Math.abs(closed!.product(q, c) / (derivative(0) ** 2 * q * c) - 1)).toBeLessThanOrEqual(ROUNDINGS * EPSILON);
  });

  test("of GELU at huge q is ReLU's, and of erf the sign function's", () => {
    const q = 1e300;
    // Both differ from the limit by 1/√q at most.
    for (const c of [-0.6, 0, 0.3, 1]) {
      const tolerance = ROUNDINGS * EPSILON;
      expect(Math.abs(gelu.closed!.product(q, c) / relu.closed.product(q, c) - 1)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(gelu.closed!.derivativeProduct(q, c) / relu.closed.derivativeProduct(q, c) - 1)).toBeLessThanOrEqual(
        tolerance,
      );
      expect(Math.abs(erf.closed!.product(q, c) - (2 / Math.PI) * Math.asin(c))).toBeLessThanOrEqual(tolerance);
    }
    expect(gelu.closed!.mean(q) / relu.closed.mean(q)).toBeCloseTo(1, 15);
  });

  test('of ReLU keeps its digits where u₂ is all but −u₁: q(2δ)^{3/2}/6π at c = −1 + δ', () => {
    // The next term is smaller by the factor δ·3/20.
    const delta = 2 ** -50;
    const limit = (2 * delta) ** 1.5 / (6 * Math.PI);
    expect(Math.abs(relu.closed.product(1, delta - 1) / limit - 1)).toBeLessThanOrEqual(ROUNDINGS * EPSILON);
    expect(relu.closed.product(1, -1)).toBe(0);
  });

  test('of sin vanishes at c = 0 and is odd in c', () => {
    expect(Math.abs(sin.closed!.product(2, 0))).toBe(0);
    expect(sin.closed!.product(2, -0.7)).toBe(-sin.closed!.product(2, 0.7));
  });
});
