import { describe, expect, test } from 'vitest';
import { erf, erfc, normalDensity } from '../../../src/distribution/index.ts';
import { fixture } from '../../fixture.ts';
import { relativeError, worst } from './accuracy.ts';

const { gaussian }: { gaussian: { x: number; erf: number; erfc: number; density: number }[] } = fixture('activation/values.json');

/** cephes' rational approximations are made for 53 bits, and it splits the square in its exponent: a few roundings. */
const FEW = 4 * Number.EPSILON;

describe('erf', () => {
  test('agrees with mpmath', () => {
    const { error, at } = worst(gaussian, ({ x, erf: expected }) => relativeError(erf(x), expected));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(FEW);
  });

  test('is ±1 far out, and NaN of NaN', () => {
    expect([-Infinity, -1e300, -27, 27, 1e300, Infinity].map(erf)).toEqual([-1, -1, -1, 1, 1, 1]);
    expect(erf(Number.NaN)).toBeNaN();
  });
});

describe('erfc', () => {
  test('agrees with mpmath, in its lower tail too', () => {
    const { error, at } = worst(gaussian, ({ x, erfc: expected }) => relativeError(erfc(x), expected));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(FEW);
  });

  test('is 2 and 0 far out, and NaN of NaN', () => {
    expect([-Infinity, -1e300, -27, 27, 1e300, Infinity].map(erfc)).toEqual([2, 2, 2, 0, 0, 0]);
    expect(erfc(Number.NaN)).toBeNaN();
  });
});

describe('normalDensity', () => {
  test('agrees with mpmath, but for the rounding of x² in its exponent', () => {
    for (const { x, density } of gaussian)
      expect(relativeError(normalDensity(x), density), `at ${x}`).toBeLessThanOrEqual(FEW + (x * x * Number.EPSILON) / 4);
  });

  test('is 0 far out, and NaN of NaN', () => {
    expect([-Infinity, -1e300, 1e300, Infinity].map(normalDensity)).toEqual([0, 0, 0, 0]);
    expect(normalDensity(Number.NaN)).toBeNaN();
  });
});
