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
import * as zh from './cell-08-inverse-sqrt.zh.ts';

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
    formula: String.raw`\operatorname{E}\!\left[\frac{q_l}{q_{l-1}}\right] = n \operatorname{Var}(w) = 1 \qquad (n = 1, 2, 3, \dots)`,
    because:
      'E r̄ = 1 exactly, with sd 0.0045 between networks: ± 0.01 is two sd, and 1% of variance a layer. The ratios of one row are exactly χ²ₙ/n: a distance of 0.1 is a shift of 2.2% in the variance. ln std at layer 99 has mean −0.05 (finite width) and sd 0.22: "near 1" is within a factor of 2.',
    teaches:
      'Weights of variance 1/n make up for the n terms of a unit’s sum: on average the second moment after a layer is what it was before, at any width. On average means over networks. In one network each layer multiplies the second moment of an input by a random factor, 1 give or take 9% at 256 units, and these factors multiply: after 100 layers the stds of 99 networks in 100 lie between 0.57 and 1.81. A single printout that ends at 1.5 is therefore no sign of a wrong initialisation, and one that ends at 1 no proof of a right one.',
    zh: zh.holds,
  });
});
