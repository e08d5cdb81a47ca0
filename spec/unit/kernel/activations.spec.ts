import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyExponent, SIZE, SPECIAL } from './numbers.ts';
import { ROUNDING, worst } from './reference.ts';
import { Workspace } from './workspace.ts';

const f = Math.fround;
const workspace = new Workspace();
const { kernel } = workspace;
const x = workspace.put(new Float32Array(SIZE));
const out = workspace.put(new Float32Array(SIZE));

const applied = (name: 'tanh' | 'hardTanh' | 'leakyRelu', values: ArrayLike<number>, slope = 0) => {
  x.set(values);
  kernel[name](x.byteOffset, out.byteOffset, values.length, slope);
  return out.slice(0, values.length);
};

/**
 * How far tanh in float32 may be from the truth. Below 0.625 it is x + x³P: the sum's rounding, and five of a term of at most
 * 0.127 of tanh x. Above it is 1 − 2/(e^2x + 1), where Cephes' expf.c states a relative error of 1.7e-7; then a sum, a quotient,
 * and a difference below 1.
 */
function tanhBound(value: number): number {
  const size = Math.abs(value);
  if (!(size >= f(0.625))) return 2 * ROUNDING * Math.tanh(size);
  const power = Math.exp(2 * size);
  return (2 / (power + 1)) * (1.7e-7 + 2 * ROUNDING) + ROUNDING / 2;
}

describe('the kernel’s tanh', () => {
  test('is tanh for numbers of every exponent, to the last few bits', () => {
    const values = everyExponent();
    expect(worst(applied('tanh', values), Array.from(values, Math.tanh), Array.from(values, tanhBound))).toBeLessThanOrEqual(1);
  });

  test('is tanh on both sides of 0.625, where one formula takes over from the other, and of 20, beyond which it is 1', () => {
    for (const joint of [0.625, 20, Math.LN2 / 4, 9]) {
      const values = Float32Array.from({ length: 4096 }, (_, i) => joint * (1 + (i - 2048) * 2 ** -22));
      const truth = Array.from(values, Math.tanh);
      expect(worst(applied('tanh', values), truth, Array.from(values, tanhBound)), `${joint}`).toBeLessThanOrEqual(1);
    }
  });

  test('is odd, and never beyond 1', () => {
    const values = everyExponent().filter((each) => each > 0);
    const four = values.subarray(0, values.length - (values.length % 4));
    const drawn = applied('tanh', four);
    expect(
      applied(
        'tanh',
        four.map((each) => -each),
      ),
    ).toEqual(drawn.map((each) => -each));
    expect(Math.max(...drawn)).toBe(1);
  });

  test('leaves what is no normal number as it is, takes ∞ to 1, and keeps NaN', () => {
    const tiny = [2 ** -149, 2 ** -127, -(2 ** -149), 3 * 2 ** -140];
    expect(Array.from(applied('tanh', tiny))).toEqual(tiny);
    const edges = [0, -0, Infinity, -Infinity, Number.NaN, Number.NaN, -0, 0];
    expect(Array.from(applied('tanh', edges))).toEqual([0, -0, 1, -1, Number.NaN, Number.NaN, -0, 0]);
  });
});

describe('the kernel’s leaky ReLU', () => {
  test('is x, and below 0 its product with the slope, rounded once; −0 and NaN are kept', () => {
    const values = everyExponent();
    for (const slope of [0, 0.01, -0.5, 1, 3]) {
      expect(applied('leakyRelu', values, slope)).toEqual(values.map((each) => (each < 0 ? f(each * f(slope)) : each)));
    }
  });
});

describe('the kernel’s hard tanh', () => {
  test('is x between −1 and 1, and the nearer of them beyond; −0 and NaN are kept', () => {
    const values = everyExponent();
    expect(applied('hardTanh', values)).toEqual(values.map((each) => Math.min(1, Math.max(-1, each))));
  });
});

describe('each activation', () => {
  const names = ['tanh', 'hardTanh', 'leakyRelu'] as const;

  test.each(names)('%s may be written where it was read, and to nowhere beyond', (name) => {
    const values = Float32Array.from({ length: 12 }, (_, i) => i / 3 - 2);
    const apart = applied(name, values, 0.3);
    x.fill(7).set(values);
    kernel[name](x.byteOffset, x.byteOffset, 12, 0.3);
    expect(x.slice(0, 12)).toEqual(apart);
    expect(x.subarray(12, 64).every((each) => each === 7)).toBe(true);
  });
});

describe('the way back through', () => {
  const gradient = workspace.put(new Float32Array(SIZE));
  const bits = fc.float();
  const pairs = fc.array(fc.tuple(bits, fc.oneof(bits, fc.constantFrom(...SPECIAL))), { minLength: 4, maxLength: 32 });
  type Through = 'throughTanh' | 'throughHardTanh' | 'throughLeakyRelu';

  const holds = (name: Through, slope: number, truth: (g: number, z: number) => number) => {
    fc.assert(
      fc.property(pairs, (any) => {
        const four = any.slice(0, any.length - (any.length % 4));
        gradient.fill(7).set(four.map(([g]) => g));
        x.set(four.map(([, z]) => z));
        kernel[name](gradient.byteOffset, x.byteOffset, four.length, slope);
        expect(gradient.slice(0, four.length)).toEqual(Float32Array.from(four, ([g, z]) => truth(g, z)));
        expect(gradient.subarray(four.length, four.length + 8).every((each) => each === 7)).toBe(true);
      }),
      { seed: 1 },
    );
  };

  test('leaky ReLU leaves the gradient where z > 0, and multiplies it by the slope elsewhere', () => {
    for (const slope of [0.01, 0, -2]) holds('throughLeakyRelu', slope, (g, z) => (z > 0 ? g : f(g * f(slope))));
  });

  test('hard tanh makes the gradient 0 where |z| ≥ 1, and leaves it elsewhere: where z is NaN, too', () => {
    holds('throughHardTanh', 0, (g, z) => (Math.abs(z) >= 1 ? 0 : g));
  });

  test('tanh multiplies the gradient by 1 − h², each step rounded', () => {
    holds('throughTanh', 0, (g, h) => f(g * f(1 - f(h * h))));
  });
});
