import type { Dtype } from '../checkpoint/index.ts';

/** As many as there are bfloat16 numbers: a bin holds the numbers whose upper half, as float32, is one of them. */
export const BINS = 65_536;

/** The bin of +∞: those below it hold the finite positive numbers. */
export const INFINITE = 0x7f80;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

const fromBits = (word: number): number => {
  bits[0] = word;
  return float[0];
};

const TABLES = new Map<string, Float64Array>();

/**
 * Where the bins of a law lie, before its numbers were rounded to `dtype`: a stored number is below the bfloat16 number of bin m if and only if what
 * was drawn lies below the m-th of these, half-way between it and the number before it. They are those of the positive bins; the negative ones
 * mirror them.
 */
export function cutPoints(dtype: Dtype): Float64Array {
  const grid = dtype === 'F16' || dtype === 'BF16' ? dtype : 'F32';
  const known = TABLES.get(grid);
  if (known) return known;
  const table = Float64Array.from({ length: INFINITE + 1 }, (_, bin) => {
    if (bin === 0) return 0;
    const end = bin === INFINITE ? 2 ** 128 : fromBits(bin << 16);
    if (grid === 'F16') return halfWay(end);
    return (end + fromBits(grid === 'BF16' ? (bin - 1) << 16 : (bin << 16) - 1)) / 2;
  });
  TABLES.set(grid, table);
  return table;
}

/** Half-way between the last half below `end` and the first one that is not: their steps are 2⁻²⁴ and, from 2⁻¹⁴ on, 2⁻¹⁰ of the power below. */
function halfWay(end: number): number {
  const power = Math.ceil(Math.log2(end)) - 1;
  const step = 2 ** Math.max(-24, power - 10);
  return (Math.ceil(end / step) - 0.5) * step;
}
