import {
  distribution,
  linear,
  linearRatioLaw,
  mean,
  mlp,
  normal,
  relu,
  reluRatioLaw,
  rowRatioLnMean,
  rowRatios,
  rowRatioSquared,
  stdAsBound,
  truncatedUncorrected,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import * as zh from './exact-laws.zh.ts';
import { tooNarrow } from './mistakes.ts';

const linearOf = (width: number, depth: number) =>
  mlp({ width, depth, batch: 1, activation: linear, init: normal({ std: Math.sqrt(1 / width) }) });
const reluOf = (width: number, depth: number) =>
  mlp({ width, depth, batch: 1, activation: relu, init: normal({ std: Math.sqrt(2 / width) }) });

const ISOTROPY =
  'Given h, z = W h is an isotropic Gaussian vector, whatever h is: so the ratio’s law is exact, and independent from layer to layer.';

describe('Exact at any width: the law of q_l/q_{l−1}', () => {
  for (const width of [8, 64]) {
    claim(`theory/linear-law-${width}`, `without an activation the ratio of two layers’ q is χ²/n at ${width} units, exactly`, {
      of: linearOf(width, 20),
      says: distribution(rowRatios).isWithin(0.1, linearRatioLaw(width), `χ²_${width}/${width}`),
      predicts: 0,
      controls: [withGain(1.2), stdAsBound, truncatedUncorrected],
      source: 'Exact; its mean is Poole et al. 2016, eq. 3',
      formula: String.raw`\frac{q_l}{q_{l-1}} \sim \frac{\chi^2_n}{n}, \qquad n = ${width}`,
      because: `${ISOTROPY} The law is held against that of 160 ratios and more; 2,560 of them tell a distance of 0.1 from 0.`,
      teaches: `Given the signal, the pre-activations of a layer are n independent normal numbers of one variance; so the second moment after it, over the one before, is the mean of n squared standard normals. That is the whole law, not an approximation for wide layers: mean 1, and an sd of √(2/n), which is ${Math.round(100 * Math.sqrt(2 / width))}% at ${width} units. A std that wanders from layer to layer is the nature of random weights and no mistake, and in narrow networks it wanders further.`,
      zh: zh.linearLaw(width),
    });
  }

  claim('theory/relu-law-64', 'with ReLU the ratio is (2/n)·χ²_K at 64 units, K the number of units that fire', {
    of: reluOf(64, 20),
    says: distribution(rowRatios).isWithin(0.1, reluRatioLaw(64), '(2/64)·χ²_K, K ~ Bin(64, ½)'),
    predicts: 0,
    controls: [withGain(1), stdAsBound, truncatedUncorrected],
    source: 'Exact; its mean is He et al. 2015, eq. 10',
    formula: String.raw`\frac{q_l}{q_{l-1}} \sim \frac{2}{n}\,\chi^2_K, \qquad K \sim \operatorname{Bin}\!\left(n, \tfrac{1}{2}\right), \qquad n = 64`,
    because: `${ISOTROPY} Each unit fires with probability ½, by the symmetry of its weights.`,
    teaches:
      'With ReLU chance comes in twice: in how many units fire, one toss of a coin for each, and in how large the pre-activations of those that fire are. The factor 2 of Kaiming’s variance keeps the mean of the ratio at 1, but its variance is 5/n, where it is 2/n without an activation: an sd of 28% a layer at 64 units. A ReLU network strays further from its average than a linear one of the same width, with nothing wrong in its weights.',
    zh: zh.reluLaw,
  });

  claim('theory/relu-law-8', 'with ReLU it is (2/n)·χ²_K at 8 units too, where one input in 256 dies in each layer', {
    of: reluOf(8, 1),
    says: distribution(rowRatios, { first: 512, cap: 4096 }).isWithin(0.1, reluRatioLaw(8), '(2/8)·χ²_K, K ~ Bin(8, ½)'),
    predicts: 0,
    controls: [withGain(1), stdAsBound, withGain(2)],
    source: 'Exact; its mean is He et al. 2015, eq. 10',
    formula: String.raw`\operatorname{P}(q_l = 0) = \operatorname{P}(K = 0) = 2^{-8}, \qquad K \sim \operatorname{Bin}\!\left(8, \tfrac{1}{2}\right)`,
    because:
      'K = 0 has probability 2⁻⁸: the law has an atom at 0, and is compared from both sides. Networks of one layer, for an input that has died has no ratios left, and how many ratios there are must not depend on what they are.',
    teaches:
      'Where no unit fires for an input the layer’s output is zero, and without biases so is that of every layer after it: for this input the network gives nothing, and no gradient comes back. With n units the probability is 2⁻ⁿ a layer; at 8 units that is one in 256, and a third of all inputs are dead after 100 layers. At 64 units it is 5·10⁻²⁰ and never happens. One narrow layer is enough to let it in, so a deep ReLU network should have none without a way around it.',
    zh: zh.reluDies,
  });
});

describe('What mean field says of ln q is true of wide networks only', () => {
  const staysWithin = (change: number) => mean(rowRatioLnMean).within(-change, change);

  claim('theory/linear-drift', 'without an activation ln q stays where it is at 256 units; at 32 units it does not', {
    of: linearOf(256, 50),
    says: staysWithin(0.02),
    predicts: linearRatioLaw(256).lnMean,
    controls: [tooNarrow(linearOf(32, 400)), withGain(1.05)],
    source: 'Poole et al. 2016, eq. 3, in the limit of infinite width',
    formula: String.raw`\operatorname{E} \ln \frac{\chi^2_n}{n} = \psi\!\left(\tfrac{n}{2}\right) + \ln \tfrac{2}{n} \approx -\tfrac{1}{n}`,
    because:
      'E r = 1, and so E ln r < 0: −0.0039 a layer at 256 units, −0.0316 at 32, with sd 0.0125 between networks of 50 and 400 layers. A band of ± 0.02 holds the first and not the second: "E ln q = 0" is false at 32 units.',
    teaches:
      'What a random product is on average and what it is typically are two things. Each layer’s factor has mean 1, and so has their product; but the logarithm of the factor has a mean below 0, about −1/n, so that in the typical network q falls while a few large ones hold the average up. At 256 units and 100 layers the typical q is two thirds of the average, at 32 units and 400 layers it is 3·10⁻⁶ of it. Theory for infinite width holds where depth over width is small.',
    zh: zh.linearDrift,
  });

  claim('theory/relu-drift', 'with ReLU ln q stays where it is at 256 units; at 32 units it does not', {
    of: reluOf(256, 50),
    says: staysWithin(0.05),
    predicts: reluRatioLaw(256).lnMean,
    controls: [tooNarrow(reluOf(32, 200)), withGain(1)],
    source: 'He et al. 2015, eq. 10, in the limit of infinite width',
    formula: String.raw`\operatorname{E} \ln\!\left(\tfrac{2}{n}\,\chi^2_K\right) \approx -\tfrac{5}{2n}`,
    because:
      '−0.0098 a layer at 256 units, −0.0825 at 32, with sd 0.020 and 0.030 between networks of 50 and 200 layers. A band of ± 0.05 holds the first and not the second.',
    teaches:
      'Kaiming’s factor 2 keeps the average of q over networks, and not the q of a typical network: that falls by about 5/(2n) a layer in its logarithm, two and a half times as fast as without an activation. At 256 units it is 1% a layer, and 0.37 of the average is left after 100 layers; at 32 units, after 200 layers, 7·10⁻⁸. A deep and narrow ReLU network may lose its signal although its weights have the right variance, and what mends it is more width or less depth: another gain moves the average, and leaves the networks as far apart as they were.',
    zh: zh.reluDrift,
  });

  for (const [width, margin] of [
    [32, 0.1],
    [64, 0.05],
  ]) {
    const { mean: first, variance } = reluRatioLaw(width);
    const second = variance + first ** 2;
    claim(`theory/relu-square-${width}`, `E r² = 1 + 5/n a ReLU layer at ${width} units: q has heavy tails in deep networks`, {
      of: reluOf(width, 200),
      says: mean(rowRatioSquared).within(second - margin, second + margin),
      predicts: second,
      controls: [withGain(1), withGain(1.3), truncatedUncorrected],
      source: 'Exact; compare Hanin & Rolnick 2018, theorem 5',
      formula: String.raw`\operatorname{E}\!\left[r^2\right] = 1 + \tfrac{5}{${width}} = ${second}, \qquad \frac{\operatorname{E}\!\left[q_L^2\right]}{\operatorname{E}\!\left[q_L\right]^2} = \left(1 + \tfrac{5}{n}\right)^{L}`,
      because: `E[q_L²]/E[q_L]² = (1 + 5/n)^L by independence, which no sample of deep networks could estimate; each factor can be. The mean over 200 layers has sd ${width === 32 ? 0.065 : 0.044} between networks, and the band leaves 1 out, where q would not spread.`,
      teaches: `E r = 1 says that a layer keeps q on average; E r² = 1 + 5/n says how far single networks stray from that. These factors multiply from layer to layer: after 200 of them E[q²] is ${width === 32 ? '4·10¹²' : '3·10⁶'} times E[q]², which means that the average is made by very few networks of huge signals, and that no sample one can afford would find them. Averages over deep and narrow networks therefore mislead; the ratios of single layers, or the logarithm of q, do not.`,
      zh: zh.reluSquare(width),
    });
  }
});
