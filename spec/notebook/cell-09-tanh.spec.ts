import { against, ln, mean, meanFieldStd, mlp, normal, std, tanh, truncatedUncorrected, withGain } from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { cell } from '../fixture.ts';
import * as zh from './cell-09-tanh.zh.ts';

const { printed, source } = cell(9);
const width = 256;

describe('Cell 9: tanh, N(0, 1/n) weights', () => {
  const network = mlp({ width, depth: 100, batch: 16, activation: tanh, init: normal({ std: Math.sqrt(1 / width) }) });
  const theory = meanFieldStd(network);

  const belowATenth = mean(ln(std.after(99))).below(Math.log(0.1));
  const asThePowerMinusHalf = mean(std.exponent(4, 99)).within(-0.65, -0.4);

  claim('notebook/tanh-vanishes', 'the signal dies away, below 0.1 at layer 99, and as 1/√(2l), not exponentially', {
    of: network,
    says: [belowATenth, asThePowerMinusHalf],
    predicts: [Math.log(theory[99]), Math.log(theory[99] / theory[4]) / Math.log(20)],
    controls: [
      withGain(5 / 3),
      withGain(1.1),
      against(asThePowerMinusHalf, withGain(0.95)),
      against(asThePowerMinusHalf, truncatedUncorrected),
    ],
    source,
    printed,
    formula: String.raw`\sigma_w = 1: \quad q_{l+1} = \operatorname{E}\!\left[\tanh^2(\sqrt{q_l}\,z)\right] \approx q_l - 2 q_l^2 \;\Rightarrow\; \operatorname{std} h_l \approx \frac{1}{\sqrt{2l}}`,
    because:
      'Mean field gives ln std = −2.642 at layer 99 and an exponent of −0.503 from layer 4 to 99; the spread of q between rows takes another −0.08 and −0.03 at this width. Between networks the exponent has sd 0.045: the band leaves 2.5 sd on either side, a geometric decay (gain 0.95) gives −1.8 and a plateau (gain 1.1) −0.09.',
    teaches:
      'tanh makes every number smaller, and weights of variance 1/n do no more than keep what they are given, so the std falls in every layer. But the smaller the signal, the more tanh is like a straight line and the less it takes: the std falls as 1/√(2l), to 0.07 after 100 layers, and not by a fixed factor a layer. The gain 1 is the border between two kinds of network: with 0.95 the std would fall exponentially, to 0.001, and with 1.1 it would settle at 0.3.',
    zh: zh.vanishes,
  });
});
