import { describe, expect, test } from 'vitest';
import {
  type Activation,
  elu,
  erf,
  gelu,
  geluTanh,
  hardtanh,
  leakyRelu,
  linear,
  relu,
  selu,
  sigmoid,
  silu,
  sin,
  softplus,
  tanh,
} from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

const activations: [string, Activation][] = [
  ['linear', linear],
  ['tanh', tanh],
  ['relu', relu],
  ['leaky_relu', leakyRelu()],
  ['leaky_relu', leakyRelu(0.2)],
  ['sigmoid', sigmoid],
  ['erf', erf],
  ['sin', sin],
  ['elu', elu()],
  ['elu', elu(0.5)],
  ['selu', selu],
  ['gelu', gelu],
  ['gelu_tanh', geluTanh],
  ['silu', silu],
  ['softplus', softplus],
  ['hardtanh', hardtanh],
];
const points = [-30, -3, -Math.PI / 2, -0.9, -0.25, -1e-3, 1e-3, 0.25, 0.9, Math.PI / 2, 3, 30];

describe.each(activations)('%s', (name, { name: own, phi, derivative, kinks, homogeneous, bound }) => {
  test("goes by PyTorch's name", () => {
    expect(own).toBe(name);
  });

  test('has the derivative that central differences show, away from its kinks', () => {
    for (const x of points) {
      const h = 2 ** -17;
      // h²/6 of |φ‴| ≤ 2.26 (erf's, at 0), and the rounding of two values of φ, 2ε each, over 2h.
      const tolerance = (h ** 2 * 2.26) / 6 + (2 * Number.EPSILON * Math.max(1, Math.abs(x))) / h;
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
    expect([relu.derivative(0), leakyRelu(0.2).derivative(0), elu(0.5).derivative(0)]).toEqual([0, 0.2, 0.5]);
    expect([-1, 1].map(hardtanh.derivative)).toEqual([0, 0]);
  });

  test('has a value and a derivative at every finite number', () => {
    for (const [name, { phi, derivative }] of activations)
      for (const x of [20, 40, 710, 750, 1e103, 1e155, 1e300].flatMap((size) => [-size, size]))
        expect([phi(x), derivative(x)].every(Number.isFinite), `${name} at ${x}`).toBe(true);
  });

  test('of ELU has the limit −α on the left, and refuses an α that is not positive', () => {
    expect(elu(0.5).phi(-1e300)).toBe(-0.5);
    expect(elu().alpha).toBe(1);
    expect(() => elu(0)).toThrow('alpha must be a finite number > 0; got 0');
  });

  test('of SELU has the fixed point of mean 0 and variance 1: λα = 1.7580993', () => {
    expect(selu.phi(-1e300)).toBeCloseTo(-1.7580993408473766, 15);
    expect(selu.phi(1)).toBe(1.0507009873554805);
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
