import { describe, expect, test } from 'vitest';
import { cutPoints, INFINITE } from '../../../src/audit/cut-points.ts';
import { numbersIn } from '../../../src/checkpoint/index.ts';

/** Every number of a type of 16 bits, from 0 up to the greatest. */
function halves(dtype: 'F16' | 'BF16'): Float32Array | Float64Array {
  const end = dtype === 'F16' ? 0x7c00 : 0x7f80;
  return numbersIn(new Uint8Array(Uint16Array.from({ length: end }, (_, i) => i).buffer), dtype);
}

/** The bin that a number lies in: its upper half as float32. */
const binOf = (value: number): number => new Uint32Array(Float32Array.of(value).buffer)[0] >>> 16;

describe.each(['F16', 'BF16'] as const)('cutPoints of %s', (dtype) => {
  test('lie between the last number of a bin and the first of a later one', () => {
    const cuts = cutPoints(dtype);
    const numbers = halves(dtype);
    const wrong: number[] = [];
    for (let i = 1; i < numbers.length; i++) {
      const [before, after] = [binOf(numbers[i - 1]), binOf(numbers[i])];
      // Rounded to the nearest: all that lies below half-way was stored as the smaller one.
      for (let bin = before + 1; bin <= after; bin++) if (cuts[bin] !== (numbers[i - 1] + numbers[i]) / 2) wrong.push(bin);
    }
    expect(wrong).toEqual([]);
  });
});

describe('cutPoints of F32', () => {
  test('lie half a step of float32 below the bfloat16 numbers', () => {
    const cuts = cutPoints('F32');
    const wrong: number[] = [];
    const [word, float] = [new Uint32Array(1), new Float32Array(1)];
    const at = (bits: number) => {
      word[0] = bits;
      new Uint8Array(float.buffer).set(new Uint8Array(word.buffer));
      return float[0];
    };
    for (let bin = 1; bin < INFINITE; bin++) {
      const [before, end] = [at((bin << 16) - 1), at(bin << 16)];
      if (!(cuts[bin] > before && cuts[bin] < end && cuts[bin] - before === end - cuts[bin])) wrong.push(bin);
    }
    expect(wrong).toEqual([]);
    expect(cutPoints('F64')).toBe(cuts);
  });

  test('rise', () => {
    for (const dtype of ['F32', 'F16', 'BF16'] as const) {
      const cuts = cutPoints(dtype);
      expect(cuts.every((cut, bin) => bin === 0 || cut >= cuts[bin - 1])).toBe(true);
    }
  });
});
