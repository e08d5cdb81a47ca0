import { describe, expect, test } from 'vitest';
import { everyExponent, SIZE } from './numbers.ts';
import { worst } from './reference.ts';
import { cases } from './roundings.ts';
import { Workspace } from './workspace.ts';

const f = Math.fround;
const workspace = new Workspace();
const { kernel } = workspace;
const x = workspace.put(new Float32Array(SIZE));
const out = workspace.put(new Float32Array(SIZE));

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
