import type { Dtype } from '../checkpoint/index.ts';
import { distance } from './distance.ts';
import { type Filled, filledBins } from './filled-bins.ts';
import type { Measurement } from './measure.ts';
import type { NamedLaw } from './named-law.ts';
import { secondMomentSpread } from './second-moment.ts';

/** The numbers that a law is put to: the finite ones, or those of them that are not 0. */
export interface Sample extends Filled {
  readonly n: number;
  readonly dtype: Dtype;
  readonly secondMoment: number;
  /** Largest distance from 0. */
  readonly largest: number;
  /** Sums of squares of rows, and of columns, where all the numbers are those of a matrix. */
  readonly lines: readonly (readonly [squares: Float64Array, length: number])[];
}

export function sampleOf(measured: Measurement, dtype: Dtype, withZeros: boolean): Sample {
  const finite = measured.numbers - measured.nan - measured.infinite;
  const n = withZeros ? finite : finite - measured.zeros;
  const bins = withZeros ? measured.bins : withoutZeros(measured.bins, measured.zeros);
  const largest = Math.max(Math.abs(measured.smallest), Math.abs(measured.greatest));
  const { rowSquares: rows, columnSquares: columns } = measured;
  const whole = n === measured.numbers && rows && columns;
  const lines = whole
    ? ([
        [rows, columns.length],
        [columns, rows.length],
      ] as const)
    : [];
  return { ...filledBins(bins, dtype), n, dtype, secondMoment: (measured.secondMoment * finite) / n, largest, lines };
}

/** −0 is 0. */
function withoutZeros(bins: Uint32Array, zeros: number): Uint32Array {
  const rest = bins.slice();
  const [positive, negative] = [0, bins.length / 2];
  const fromPositive = Math.min(rest[positive], zeros);
  rest[positive] -= fromPositive;
  rest[negative] -= zeros - fromPositive;
  return rest;
}

/** Tests that a law is put to, among which its alpha is shared out. */
export const TESTS = 5;

/** What numbers say of a law: whether they exclude it, and their distance from it (NaN where that was not looked at). */
export interface Fit {
  readonly excluded: boolean;
  readonly distance: number;
  readonly critical: number;
}

/** Half-way to the next number of a dtype, as a share of a number; of float32, what its law's bound is rounded by. */
const ROUNDING: Readonly<Record<string, number>> = { BF16: 2 ** -8, F16: 2 ** -11 };

/**
 * Puts numbers to a law that is symmetric about 0 at confidence 1 − alpha, a fifth of it for their second moment, for that of each row and column, for the
 * largest of them, for their distribution function and for that of their absolute values (Dvoretzky, Kiefer & Wolfowitz with Massart's constant, Ann. Probab. 18, 1990).
 */
export function fit(sample: Sample, law: NamedLaw, alpha: number): Fit {
  const { n, secondMoment } = sample;
  const each = alpha / TESTS;
  const critical = Math.sqrt(Math.log(2 / each) / (2 * n));
  const { below, above } = secondMomentSpread(law, n, each);
  const ratio = secondMoment / law.std ** 2;
  if (ratio > 1 + above || ratio < 1 - below || !largestFits(sample, law, each) || !linesFit(sample, law, each))
    return { excluded: true, distance: Number.NaN, critical };
  // Where both are symmetric, and of different shapes, the absolute values are twice as far from theirs.
  const found = Math.max(
    distance(sample.signed, n, law.cdf, critical / 8),
    distance(sample.absolute, n, (x) => 1 - 2 * law.cdf(-x), critical / 8),
  );
  return { excluded: found > critical, distance: found, critical };
}

/** P(max|w| ≤ x) = (1 − 2F(−x))ⁿ: neither so small a largest number nor so large a one may be too improbable. */
function largestFits({ n, largest, dtype }: Sample, { cdf }: NamedLaw, alpha: number): boolean {
  const rounding = ROUNDING[dtype] ?? 2 ** -22;
  const lnNoneBeyond = (x: number) => n * Math.log1p(-Math.min(1, 2 * cdf(-x)));
  const upTo = Math.exp(lnNoneBeyond(largest * (1 + rounding)));
  const beyond = -Math.expm1(lnNoneBeyond(largest * (1 - rounding)));
  return upTo > alpha / 2 && beyond > alpha / 2;
}

/** Of independent numbers no row and no column is far longer or shorter than the others: training moves some units more than others. */
function linesFit({ lines }: Sample, law: NamedLaw, alpha: number): boolean {
  const each = alpha / lines.reduce((sum, [squares]) => sum + squares.length, 0);
  return lines.every(([squares, length]) => {
    const { below, above } = secondMomentSpread(law, length, each);
    const expected = length * law.std ** 2;
    return squares.every((square) => square >= expected * (1 - below) && square <= expected * (1 + above));
  });
}
