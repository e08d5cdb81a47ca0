import { mean, sampleVariance } from 'simple-statistics';
import type { Trace } from '../network/index.ts';
import { type Quantities, type Quantity, quantity } from './quantity.ts';
import { both } from './text.ts';

/** Each value over the one before it, the first over `input`. */
const successive = (input: number, values: Float64Array): number[] =>
  Array.from(values, (value, layer) => value / (layer === 0 ? input : values[layer - 1]));

/** r̄, the mean over the layers of q_l/q_{l−1}, pooled over the batch; the first divides by the input's q. */
export const meanRatio: Quantity<Trace> = quantity(
  both('q_l/q_{l−1} averaged over the layers', 'q_l/q_{l−1} 在各层上的平均值'),
  ({ input, secondMoment }) => mean(successive(input.secondMoment, secondMoment)),
);

/**
 * q_l/q_{l−1} of row 0 alone, one value a layer: within one row of a Gaussian linear or ReLU network the layers' ratios are
 * exactly independent, although the row's entries are not.
 */
export const rowRatios: Quantities<Trace> = {
  name: both('q_l/q_{l−1} of one row', '单个输入的 q_l/q_{l−1}'),
  readAll: ({ input, rowSecondMoments }) =>
    successive(
      input.rowSecondMoments[0],
      Float64Array.from(rowSecondMoments, (rows) => rows[0]),
    ),
};

/** The mean of ln(q_l/q_{l−1}) of row 0 over the layers of one network. */
export const rowRatioLnMean: Quantity<Trace> = quantity(
  both('ln q_l/q_{l−1} of one row averaged over the layers', '单个输入的 ln q_l/q_{l−1} 在各层上的平均值'),
  (trace) => mean(rowRatios.readAll(trace).map(Math.log)),
);

/** The mean of (q_l/q_{l−1})² of row 0 over the layers of one network. */
export const rowRatioSquared: Quantity<Trace> = quantity(
  both('(q_l/q_{l−1})² of one row averaged over the layers', '单个输入的 (q_l/q_{l−1})² 在各层上的平均值'),
  (trace) => mean(rowRatios.readAll(trace).map((ratio) => ratio ** 2)),
);

/** The variance of ln(q_l/q_{l−1}) of row 0 over the layers of one network. */
export const rowRatioSpread: Quantity<Trace> = quantity(
  both('variance over the layers of ln q_l/q_{l−1} of one row', '单个输入的 ln q_l/q_{l−1} 在各层间的方差'),
  (trace) => sampleVariance(rowRatios.readAll(trace).map(Math.log)),
);

/**
 * How much q after the one layer of a network changes with q of its input: the difference between the first two rows', which
 * differ in nothing but length.
 */
export const rowSlope: Quantity<Trace> = quantity(
  both('slope of q against the q of the input', 'q 对输入的 q 的斜率'),
  ({ input: { rowSecondMoments: before }, rowSecondMoments: [after] }) => (after[1] - after[0]) / (before[1] - before[0]),
);
