import { describe, expect, test } from 'vitest';
import { type Activation, leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

const activations: [string, Activation][] = [
  ['linear', linear],
  ['tanh', tanh],
  ['relu', relu],
  ['leaky_relu', leakyRelu()],
  ['leaky_relu', leakyRelu(0.2)],
];
const points = [-30, -3, -1, -0.25, -1e-3, 1e-3, 0.25, 1, 3, 30];

describe.each(activations)('%s', (name, { name: own, phi, derivative, kinks, homogeneous, bound }) => {
  test("goes by PyTorch's name", () => {
    expect(own).toBe(name);
  });

  test('has the derivative that central differences show, away from its kinks', () => {
    for (const x of points) {
      const h = 2 ** -17;
      // h²/6 of |φ‴| ≤ 2, and the rounding of two values of φ (and of x ± h) over 2h.
      const tolerance = h ** 2 / 3 + (Number.EPSILON * Math.max(1, Math.abs(x))) / h;
      expect(Math.abs((phi(x + h) - phi(x - h)) / (2 * h) - derivative(x)), `at ${x}`).toBeLessThanOrEqual(tolerance);
    }
  });

  test('has a derivative that jumps at its kinks, and nowhere else', () => {
    const jumps = [-1, 0, 1].filter((x) => Math.abs(derivative(x + 1e-9) - derivative(x - 1e-9)) > 1e-6);
    expect(jumps).toEqual(kinks);
  });

  test(`is ${homogeneous ? '' : 'not '}homogeneous: φ(cx) = cφ(x) for c > 0`, () => {
    const scales = [0.125, 4].every((c) => points.every((x) => phi(c * x) === c * phi(x)));
    expect(scales).toBe(homogeneous);
  });

  test(`is bounded by ${bound}, and by nothing less`, () => {
    const values = [...points, -1e300, 1e300].map((x) => Math.abs(phi(x)));
    expect(Math.max(...values)).toBeLessThanOrEqual(bound);
    expect(Math.max(...values)).toBeGreaterThan(Math.min(1e299, bound * (1 - 1e-9)));
  });
});

describe('an activation', () => {
  test("takes at its kink the derivative that PyTorch's autograd takes", () => {
    expect([relu.derivative(0), leakyRelu(0.2).derivative(0)]).toEqual([0, 0.2]);
  });

  test('of leaky ReLU has its slope on the left: 0.01, unless said otherwise', () => {
    expect(leakyRelu().slope).toBe(0.01);
    expect([-2, 0, 2].map(leakyRelu(0.2).phi)).toEqual([-0.4, 0, 2]);
    expect(leakyRelu(-0.5).phi(-2)).toBe(1);
  });

  test('passes NaN on', () => {
    for (const [, { phi }] of activations) expect(phi(Number.NaN)).toBeNaN();
  });

  test('of leaky ReLU refuses a slope that is not finite', () => {
    expect(() => leakyRelu(Number.NaN)).toThrow(ParameterError);
    expect(() => leakyRelu(Number.NaN)).toThrow('slope must be a finite number; got NaN');
  });
});
