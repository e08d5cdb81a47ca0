import {
  against,
  distribution,
  kaimingNormal,
  mean,
  meanRatio,
  mlp,
  relu,
  reluRatioLaw,
  rowRatioSpread,
  rowRatios,
  sameSeedEveryLayer,
  truncatedUncorrected,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { cell } from '../fixture.ts';
import * as zh from './cell-13-kaiming-relu.zh.ts';

const { printed, source } = cell(13);
const width = 256;

describe('Cell 13: ReLU, Kaiming-normal', () => {
  const network = mlp({ width, depth: 100, batch: 16, activation: relu, init: kaimingNormal({ nonlinearity: 'relu' }) });
  const law = reluRatioLaw(width);
  const spreadAsFreshDraws = mean(rowRatioSpread).within(0.7 * law.lnVariance, 1.3 * law.lnVariance);

  claim('notebook/kaiming-relu-holds', 'the signal neither grows nor shrinks', {
    of: network,
    says: [
      mean(meanRatio).within(0.975, 1.025),
      distribution(rowRatios).isWithin(0.1, law, '(2/256)·χ²_K, K ~ Bin(256, ½)'),
      spreadAsFreshDraws,
    ],
    predicts: [1, 0, law.lnVariance],
    controls: [withGain(1), truncatedUncorrected, withGain(5 / 3), against(spreadAsFreshDraws, sameSeedEveryLayer)],
    source,
    printed,
    formula: String.raw`\operatorname{E}\!\left[\frac{q_l}{q_{l-1}}\right] = \tfrac{1}{2}\, n \operatorname{Var}(w) = 1 \qquad (n = 1, 2, 3, \dots)`,
    because:
      'E r̄ = 1 exactly, with sd 0.0134 between networks: ± 0.025 is two sd. The ratios of one row are exactly (2/n)·χ²_K: a distance of 0.1 is a shift of 3.5%. Var ln r = 0.01982 a layer at this width; ± 30% is two sd of one network’s estimate. Without the factor 2 (gain 1) q halves in every layer, and over 100 of them the std falls by 2⁻⁵⁰.',
    teaches:
      'ReLU sets half of the pre-activations to zero, on average, and takes half of the second moment with them; the 2 in Kaiming’s variance 2/n puts it back. What is kept is the average over networks. A single network wanders, and more so than without an activation, because chance also decides which units fire: after 100 layers of 256 units the stds of 99 networks in 100 lie between 0.09 and 2.9. So judge a ReLU initialisation by what each layer does to the signal, or by many networks, and not by the last std of one.',
    zh: zh.holds,
  });
});
