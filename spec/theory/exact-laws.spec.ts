import {
  distribution,
  instead,
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
      formula: 'q_l/q_{l−1} = χ²_n/n',
      because: `${ISOTROPY} The law is held against that of 160 ratios and more; 2,560 of them tell a distance of 0.1 from 0.`,
    });
  }

  claim('theory/relu-law-64', 'with ReLU the ratio is (2/n)·χ²_K at 64 units, K the number of units that fire', {
    of: reluOf(64, 20),
    says: distribution(rowRatios).isWithin(0.1, reluRatioLaw(64), '(2/64)·χ²_K, K ~ Bin(64, ½)'),
    predicts: 0,
    controls: [withGain(1), stdAsBound, truncatedUncorrected],
    source: 'Exact; its mean is He et al. 2015, eq. 10',
    formula: 'q_l/q_{l−1} = (2/n)·χ²_K, K ~ Bin(n, ½)',
    because: `${ISOTROPY} Each unit fires with probability ½, by the symmetry of its weights.`,
  });

  claim('theory/relu-law-8', 'with ReLU it is (2/n)·χ²_K at 8 units too, where one input in 256 dies in each layer', {
    of: reluOf(8, 1),
    says: distribution(rowRatios, { first: 512, cap: 4096 }).isWithin(0.1, reluRatioLaw(8), '(2/8)·χ²_K, K ~ Bin(8, ½)'),
    predicts: 0,
    controls: [withGain(1), stdAsBound, withGain(2)],
    source: 'Exact; its mean is He et al. 2015, eq. 10',
    formula: 'P(q_l = 0) = 2⁻⁸',
    because:
      'K = 0 has probability 2⁻⁸: the law has an atom at 0, and is compared from both sides. Networks of one layer, for an input that has died has no ratios left, and how many ratios there are must not depend on what they are.',
  });
});

describe('What mean field says of ln q is true of wide networks only', () => {
  const staysWithin = (change: number) => mean(rowRatioLnMean).within(-change, change);

  claim('theory/linear-drift', 'without an activation ln q stays where it is at 256 units; at 32 units it does not', {
    of: linearOf(256, 50),
    says: staysWithin(0.02),
    predicts: linearRatioLaw(256).lnMean,
    controls: [instead('32 units', linearOf(32, 400)), withGain(1.05)],
    source: 'Poole et al. 2016, eq. 3, in the limit of infinite width',
    formula: 'E ln(χ²_n/n) = ψ(n/2) + ln(2/n) ≈ −1/n',
    because:
      'E r = 1, and so E ln r < 0: −0.0039 a layer at 256 units, −0.0316 at 32, with sd 0.0125 between networks of 50 and 400 layers. A band of ± 0.02 holds the first and not the second: "E ln q = 0" is false at 32 units.',
  });

  claim('theory/relu-drift', 'with ReLU ln q stays where it is at 256 units; at 32 units it does not', {
    of: reluOf(256, 50),
    says: staysWithin(0.05),
    predicts: reluRatioLaw(256).lnMean,
    controls: [instead('32 units', reluOf(32, 200)), withGain(1)],
    source: 'He et al. 2015, eq. 10, in the limit of infinite width',
    formula: 'E ln((2/n)·χ²_K) ≈ −5/(2n)',
    because:
      '−0.0098 a layer at 256 units, −0.0825 at 32, with sd 0.020 and 0.030 between networks of 50 and 200 layers. A band of ± 0.05 holds the first and not the second.',
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
      formula: `1 + 5/${width} = ${second}`,
      because: `E[q_L²]/E[q_L]² = (1 + 5/n)^L by independence, which no sample of deep networks could estimate; each factor can be. The mean over 200 layers has sd ${width === 32 ? 0.065 : 0.044} between networks, and the band leaves 1 out, where q would not spread.`,
    });
  }
});
