import { mean } from 'simple-statistics';
import { normalQuantile } from '../distribution/index.ts';
import type { Law } from '../init/index.ts';
import type { Finding } from '../stats/index.ts';
import { factorAbove } from './factor-above.ts';
import { always } from './in-every.ts';
import { quantity } from './quantity.ts';
import { distribution, type Statement, weightVariance } from './statement.ts';
import { both } from './text.ts';
import type { Weights } from './weights-of.ts';

/** How near weights are to be to a law. */
export interface Nearness {
  /** The factor by which their variance may differ; 1.03 by default. */
  readonly within?: number;
  /** The Kolmogorov distance of their distribution that is allowed; 0.01 by default. */
  readonly distance?: number;
}

/**
 * What it means for weights to be drawn from a law: its variance, its mean, its distribution function. The mean may be off by as much as adds
 * 1% of what the variance may change to the mean square: √((within − 1)/100) standard deviations.
 *
 * Variance and mean have the spread that the law's own kurtosis and variance give them, so that no sample can excuse itself; the distribution
 * is judged by Dvoretzky, Kiefer & Wolfowitz. At the first look, at 8 · 65,536 numbers, the variance is known to 1.3% and the distance to
 * 0.005. Beside them: cutting at two standard deviations leaves 0.774 of the variance, and with the variance restored a distance of
 * 0.0167; uniform and normal numbers of one variance are 0.057 apart.
 *
 * Of a law without a spread, every number is held to its value.
 */
export function drawnFrom(law: Law, { within = 1.03, distance = 0.01 }: Nearness = {}): Statement<Weights>[] {
  factorAbove('within', within);
  if (law.std === 0) return [always(farthestFrom(law.mean)).within(0, FLOAT32 * Math.abs(law.mean))];
  const off = Math.sqrt((within - 1) / 100) * law.std;
  const squares = { name: both('weights over the law’s', '权值与该分布之比'), readAll: squaresOver(law) };
  return [
    {
      ...weightVariance(squares, law.kurtosis).within(1 / within, within),
      words: both(
        `the variance of the weights is the law’s, within a factor of ${within}`,
        `权值的方差与该分布相差不超过 ${within} 倍`,
      ),
    },
    {
      ...weightVariance(squares, law.kurtosis).within(law.mean - off, law.mean + off),
      value: both('the mean of the weights', '权值的均值'),
      words: both(`their mean is ${digits(law.mean)}`, `均值为 ${digits(law.mean)}`),
      read: (weights) => Array.from(weights),
      find: (sample, alpha) => meanKnowing(law.std, sample, alpha),
    },
    {
      ...distribution<Weights>({
        name: both('weights', '权值'),
        readAll: (weights) => Array.from(weights),
      }).isWithin(distance, law, both('the law', '该分布')),
      words: both(`their distribution is the law’s, within ${distance}`, `分布与该分布相差不超过 ${distance}`),
    },
  ];
}

/** What a number may lose by being stored as float32. */
const FLOAT32 = 2 ** -24;

/** (w − μ)²/σ²: their mean is 1. */
const squaresOver = (law: Law) => (weights: Weights) => Array.from(weights, (w) => ((w - law.mean) / law.std) ** 2);

/** The mean of numbers whose standard deviation is known, ± z·σ/√N. */
function meanKnowing(std: number, sample: readonly number[], alpha: number): Finding {
  const estimate = mean(sample);
  const half = (-normalQuantile(alpha / 2) * std) / Math.sqrt(sample.length);
  return { estimate, interval: { lo: estimate - half, hi: estimate + half, method: 'σ-aware normal' } };
}

const farthestFrom = (value: number) =>
  quantity<Weights>(both(`largest difference of a weight from ${digits(value)}`, `权值与 ${digits(value)} 的最大差`), (weights) =>
    weights.reduce((most, w) => Math.max(most, Math.abs(w - value)), 0),
  );

const digits = (value: number): string => String(Number(value.toPrecision(5)));
