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
  withInit,
  xavierUniform,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';

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
      formula: 'χ₁ = σ_w²·E[φ′(√q* z)²] = 1.2098, and √χ₁ = 1.0999',
      because:
        'χ₁ > 1 at the very fixed point that keeps the signal: a forward-only test certifies a chaotic network. In the middle layers, 10 to 90, ln √χ₁ = 0.0952 has sd 0.003 between networks; ± 0.01 leaves 0 far out.',
    },
  );

  claim('theory/xavier-tanh-explodes', 'tanh under Xavier × 5/3 makes the gradient explode 10,000-fold over 100 layers', {
    of: network(128),
    says: quantile(0.5, times(100, ln(gradientGrowth(99, 'input')), '100')).within(Math.log(5e3), Math.log(2e4)),
    predicts: Math.log(10_258),
    controls: [withGain(1), withGain(1.3)],
    source: 'Schoenholz et al. 2017, eq. 12; the notebook’s In [10]',
    formula: '√Π χ(q_l) = 10,258 from q₀ = σ_w², the transient included',
    because:
      'In the first two layers q is above q* and χ below χ₁: 1.0999¹⁰⁰ would be 13,685. The logarithm has sd 0.35 between networks of 128 units, and a band of a factor of 2 is two of these; it is skewed, and so judged by its median.',
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
    controls: [withInit('fan_out for fan_in', kaiming('fan_out')), withGain(1), truncatedUncorrected],
    source: 'He et al. 2015, eq. 10',
    formula: '½·fan_in·Var(w) = 1',
    because:
      'E r = 1 exactly in each layer, and the mean over 20 of them has sd 0.033 between networks. With fan_out for fan_in the ratios from 256 to 128 and from 128 to 256 units are 2 and ½: they cancel from end to end, but their mean is 1.25.',
  });

  claim('theory/fan-out-keeps-the-gradient', 'Kaiming by fan_out keeps the gradient from layer to layer where widths differ', {
    of: network('fan_out'),
    says: mean(meanGradientRatio).within(0.95, 1.05),
    predicts: 1,
    controls: [withInit('fan_in for fan_out', kaiming('fan_in')), withGain(1), truncatedUncorrected],
    source: 'He et al. 2015, eq. 14',
    formula: '½·fan_out·Var(w) = 1',
    because:
      'Backwards a sum runs over the layer’s outputs, so fan_out takes fan_in’s place; sd 0.017 between networks. With the other mode the ratios are 2 and ½, of mean 1.25.',
  });
});
