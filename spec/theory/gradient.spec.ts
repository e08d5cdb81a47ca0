import {
  against,
  chi,
  fixedPoint,
  gradientGrowth,
  kaimingNormal,
  ln,
  mean,
  meanGradientRatio,
  meanRatio,
  mlp,
  moments,
  quantile,
  relu,
  std,
  tanh,
  times,
  truncatedUncorrected,
  withGain,
  xavierUniform,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import * as zh from './gradient.zh.ts';
import { fanInForFanOut, fanOutForFanIn } from './mistakes.ts';

describe('What the notebook never looked at: the gradient of tanh under Xavier × 5/3', () => {
  const network = (width: number) =>
    mlp({ width, depth: 100, batch: 16, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
  const sigmaW2 = (5 / 3) ** 2;
  const q = fixedPoint(tanh, sigmaW2);
  const lnFactor = Math.log(chi(tanh, sigmaW2)(q)) / 2;

  const signalIsSteady = mean(std.over(20, 99)).within(0.6453, 0.6573);
  const gradientGrows = mean(ln(gradientGrowth(90, 10))).within(lnFactor - 0.01, lnFactor + 0.01);

  claim(
    'theory/xavier-tanh-gradient',
    'tanh under Xavier × 5/3 has a steady signal, and a gradient that grows by 1.0999 a layer',
    {
      of: network(256),
      says: [signalIsSteady, gradientGrows],
      predicts: [Math.sqrt(moments(tanh, q).secondMoment), lnFactor],
      controls: [against(signalIsSteady, withGain(1.3)), against(gradientGrows, withGain(1)), withGain(2)],
      source: 'Schoenholz et al. 2017, eq. 12; the notebook’s In [10]',
      formula: String.raw`\chi_1 = \sigma_w^2 \operatorname{E}\!\left[\tanh'(\sqrt{q^*}\,z)^2\right] = 1.2098, \qquad \sqrt{\chi_1} = 1.0999`,
      because:
        'χ₁ > 1 at the very fixed point that keeps the signal: a forward-only test certifies a chaotic network. In the middle layers, 10 to 90, ln √χ₁ = 0.0952 has sd 0.003 between networks; ± 0.01 leaves 0 far out.',
      teaches:
        'Whether the signal survives and whether the gradient does are two questions. The std settles because tanh holds back what is too large; the gradient meets only the slope of tanh, and its second moment is multiplied by χ₁ = σ_w²·E[φ′²] in every layer, which is 1.21 at the very point where the signal is steady. A printout of stds, such as the notebook’s, looks perfect while the gradient’s std grows by 10% a layer. For a deep network choose the variance of the weights where χ₁ is 1, and look at the gradient too.',
      zh: zh.grows,
    },
  );

  claim('theory/xavier-tanh-explodes', 'tanh under Xavier × 5/3 makes the gradient explode 10,000-fold over 100 layers', {
    of: network(128),
    says: quantile(0.5, times(100, ln(gradientGrowth(99, 'input')), '100')).within(Math.log(5e3), Math.log(2e4)),
    predicts: Math.log(10_258),
    controls: [withGain(1), withGain(1.3)],
    source: 'Schoenholz et al. 2017, eq. 12; the notebook’s In [10]',
    formula: String.raw`\sqrt{\prod_{l} \chi(q_l)} = 10{,}258, \qquad q_0 = \sigma_w^2, \quad q_{l+1} = V(q_l)`,
    because:
      'In the first two layers q is above q* and χ below χ₁: 1.0999¹⁰⁰ would be 13,685. The logarithm has sd 0.35 between networks of 128 units, and a band of a factor of 2 is two of these; it is skewed, and so judged by its median.',
    teaches:
      '10% a layer are 10,000-fold over 100 layers: the gradient that arrives at the input is that much larger than the one at the last layer. With one learning rate for all layers, the first are then thrown about while the last hardly learn. It is not 1.0999¹⁰⁰ = 13,685, because the first layers still see a larger signal, which lies where tanh is flat and lets less of the gradient through.',
    zh: zh.explodes,
  });
});

describe('fan_in or fan_out: forward or backward', () => {
  const widths = Array.from({ length: 21 }, (_, i) => (i % 2 === 0 ? 256 : 128));
  const kaiming = (mode: 'fan_in' | 'fan_out') => kaimingNormal({ mode, nonlinearity: 'relu' });
  const network = (mode: 'fan_in' | 'fan_out') => mlp({ width: widths, batch: 16, activation: relu, init: kaiming(mode) });

  claim('theory/fan-in-keeps-the-signal', 'Kaiming by fan_in keeps the signal from layer to layer where widths differ', {
    of: network('fan_in'),
    says: mean(meanRatio).within(0.95, 1.05),
    predicts: 1,
    controls: [fanOutForFanIn(network('fan_out')), withGain(1), truncatedUncorrected],
    source: 'He et al. 2015, eq. 10',
    formula: String.raw`\tfrac{1}{2}\, n_{\text{in}} \operatorname{Var}(w) = 1`,
    because:
      'E r = 1 exactly in each layer, and the mean over 20 of them has sd 0.033 between networks. With fan_out for fan_in the ratios from 256 to 128 and from 128 to 256 units are 2 and ½: they cancel from end to end, but their mean is 1.25.',
    teaches:
      'A unit adds up fan_in products, so a variance of 2/fan_in keeps the signal in every layer, however the widths change. Where all layers are equally wide fan_in and fan_out are the same number, and nobody notices which was meant; from 256 to 128 units and back fan_out multiplies the second moment by 2 and by ½ in turn, and a look at the last layer alone would not notice either. fan_in is what PyTorch takes by default.',
    zh: zh.fanIn,
  });

  claim('theory/fan-out-keeps-the-gradient', 'Kaiming by fan_out keeps the gradient from layer to layer where widths differ', {
    of: network('fan_out'),
    says: mean(meanGradientRatio).within(0.95, 1.05),
    predicts: 1,
    controls: [fanInForFanOut(network('fan_in')), withGain(1), truncatedUncorrected],
    source: 'He et al. 2015, eq. 14',
    formula: String.raw`\tfrac{1}{2}\, n_{\text{out}} \operatorname{Var}(w) = 1`,
    because:
      'Backwards a sum runs over the layer’s outputs, so fan_out takes fan_in’s place; sd 0.017 between networks. With the other mode the ratios are 2 and ½, of mean 1.25.',
    teaches:
      'On the way back a unit collects the gradients of the fan_out units that it feeds, so it is 2/fan_out that keeps the gradient. Where the widths differ one variance cannot keep both. He et al. found that either will do: the mismatches of successive layers cancel, until only the ratio between the first width and the last is left, which does not grow with depth. Xavier’s 2/(fan_in + fan_out) is a compromise between the two.',
    zh: zh.fanOut,
  });
});
