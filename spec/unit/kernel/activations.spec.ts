import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUNDING, worst } from './reference.ts';
import { cases } from './roundings.ts';
import { Workspace } from './workspace.ts';

const f = Math.fround;
const SIZE = 2 ** 16;
const workspace = new Workspace();
const { kernel } = workspace;
const x = workspace.put(new Float32Array(SIZE));
const out = workspace.put(new Float32Array(SIZE));

const EDGES = [0, 2 ** -149, 2 ** -126, 0.5, 1, f(1 + 2 ** -23), f(1 - 2 ** -24), 2, f(3.4028234663852886e38), Infinity];
const SPECIAL = [...EDGES, ...EDGES.map((each) => -each), Number.NaN, Number.NaN, Number.NaN, Number.NaN];

const applied = (name: 'tanh' | 'hardTanh' | 'leakyRelu', values: ArrayLike<number>, slope = 0) => {
  x.set(values);
  kernel[name](x.byteOffset, out.byteOffset, values.length, slope);
  return out.slice(0, values.length);
};

/** float32 numbers of every exponent, evenly spaced among the bit patterns of one sign, and the special ones. */
function everyExponent(): Float32Array {
  const bits = Int32Array.from({ length: SIZE / 2 - SPECIAL.length }, (_, i) => i * 0x10401).filter(
    (each) => each >= 0 && each < 0x7f800000,
  );
  const positive = new Float32Array(bits.buffer, 0, bits.length);
  const all = [...positive, ...positive.map((each) => -each), ...SPECIAL];
  return Float32Array.from(all.slice(0, all.length - (all.length % 4)));
}

/** All of them, as if shuffled. */
const scattered = (values: Float32Array): Float32Array => values.map((_, i) => values[(i * 40503) % values.length]);

/** SIZE numbers from −end to end; 0 is none of them. */
const grid = (end: number): Float32Array => Float32Array.from({ length: SIZE }, (_, i) => (end * (2 * i + 1 - SIZE)) / SIZE);

/** A number's 2,048 neighbours among the float32 numbers, and smaller ones of both signs around 0. */
const around = (joint: number): Float32Array =>
  Float32Array.from({ length: 2048 }, (_, i) => (joint === 0 ? (i - 1024) * 2 ** -30 : joint * (1 + (i - 1024) * 2 ** -23)));

/** φ in float64; what is no float32 number is infinite. */
const truth = (of: (x: number) => number) => (value: number) => {
  const y = of(value);
  return Number.isFinite(f(y)) ? y : f(y);
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

describe.each(cases)(
  'the kernel’s $activation.name ($factors)',
  ({ activation, activate, through, roundings, joints, factors }) => {
    const gradient = workspace.put(new Float32Array(SIZE));
    const { phi, derivative } = activation;

    const activated = (values: Float32Array) => {
      x.set(values);
      kernel[activate](x.byteOffset, out.byteOffset, values.length, ...factors);
      return out.slice(0, values.length);
    };

    const passed = (gradients: Float32Array, values: Float32Array) => {
      x.set(values);
      gradient.fill(7).set(gradients);
      kernel[through](gradient.byteOffset, x.byteOffset, values.length, ...factors);
      expect(gradient.subarray(values.length, values.length + 8).every((each) => each === 7)).toBe(true);
      return gradient.slice(0, values.length);
    };

    const holdsFor = (values: Float32Array, what: string) => {
      expect(
        worst(activated(values), Array.from(values, truth(phi)), Array.from(values, roundings.phi)),
        what,
      ).toBeLessThanOrEqual(1);
      const slopes = passed(new Float32Array(values.length).fill(1), values);
      const bounds = Array.from(values, roundings.derivative);
      expect(worst(slopes, Array.from(values, truth(derivative)), bounds), what).toBeLessThanOrEqual(1);
    };

    test('is φ, and its way back φ′, for numbers of every exponent, in any order', () => {
      holdsFor(everyExponent(), 'in order');
      holdsFor(scattered(everyExponent()), 'scattered');
    });

    test('is so densely where it bends, and to where its exponentials vanish', () => {
      for (const end of [3, 15, 110]) holdsFor(grid(end), `to ${end}`);
    });

    test('is so on both sides of where one formula takes over from another', () => {
      for (const joint of joints) {
        for (const sign of [1, -1]) holdsFor(around(sign * joint), `${sign * joint}`);
      }
    });

    test('has its signs of 0, NaN where φ has it, and ∞ where φ has it', () => {
      const edges = Float32Array.of(0, -0, Number.NaN, Infinity, -Infinity, Number.NaN, 0, -0);
      expect(Array.from(activated(edges))).toEqual(Array.from(edges, (each) => f(phi(each))));
      expect(Array.from(passed(new Float32Array(8).fill(1), edges))).toEqual(
        Array.from(edges, (each, i) => (Object.is(each, 0) || Object.is(each, -0) ? gradient[i] : f(derivative(each)))),
      );
    });

    test('may be written where it was read, and to nowhere beyond', () => {
      const values = grid(4)
        .filter((_, i) => i % 4096 < 3)
        .slice(0, 12);
      const apart = activated(values);
      x.fill(7).set(values);
      kernel[activate](x.byteOffset, x.byteOffset, 12, ...factors);
      expect(x.slice(0, 12)).toEqual(apart);
      expect(x.subarray(12, 64).every((each) => each === 7)).toBe(true);
      out.fill(7);
      kernel[activate](x.byteOffset, out.byteOffset, 8, ...factors);
      expect(out.subarray(8, 64).every((each) => each === 7)).toBe(true);
    });

    test('multiplies a gradient by what it makes of 1, rounded once', () => {
      const values = grid(6);
      const ones = passed(new Float32Array(SIZE).fill(1), values);
      const gradients = scattered(grid(100));
      expect(passed(gradients, values)).toEqual(gradients.map((each, i) => each * ones[i]));
    });
  },
);
