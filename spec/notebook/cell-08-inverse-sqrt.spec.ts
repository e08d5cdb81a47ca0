import {
  distribution,
  linear,
  linearRatioLaw,
  ln,
  mean,
  meanRatio,
  mlp,
  normal,
  rowRatios,
  std,
  stdAsBound,
  truncatedUncorrected,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { cell } from '../fixture.ts';

const { printed, source } = cell(8);
const width = 256;

describe('Cell 8: no activation, N(0, 1/n) weights', () => {
  const network = mlp({ width, depth: 100, batch: 16, activation: linear, init: normal({ std: Math.sqrt(1 / width) }) });

  claim('notebook/inverse-sqrt-holds', 'the std stays near 1', {
    of: network,
    says: [
      mean(meanRatio).within(0.99, 1.01),
      distribution(rowRatios).isWithin(0.1, linearRatioLaw(width), 'χ²₂₅₆/256'),
      mean(ln(std.after(99))).within(-Math.LN2, Math.LN2),
    ],
    predicts: [1, 0, 0],
    controls: [truncatedUncorrected, stdAsBound, withGain(1.05)],
    source,
    printed,
    formula: 'E[q_l/q_{l−1}] = n·Var(w) = 1 at any width',
    because:
      'E r̄ = 1 exactly, with sd 0.0045 between networks: ± 0.01 is two sd, and 1% of variance a layer. The ratios of one row are exactly χ²ₙ/n: a distance of 0.1 is a shift of 2.2% in the variance. ln std at layer 99 has mean −0.05 (finite width) and sd 0.22: "near 1" is within a factor of 2.',
  });
});
