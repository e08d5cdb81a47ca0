import {
  against,
  average,
  chi,
  fixedPoint,
  ln,
  mean,
  meanGradientRatio,
  mlp,
  moments,
  normal,
  selu,
  std,
  stdAsBound,
  truncatedUncorrected,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { at } from './one-layer.ts';
import * as zh from './selu.zh.ts';

const network = (width: number, gain: number) =>
  mlp({ width, depth: 100, batch: 16, activation: selu, init: normal({ std: gain / Math.sqrt(width) }) });

describe('SELU', () => {
  const meanIs0 = mean(average.over(20, 99)).within(-0.05, 0.05);
  const stdIs1 = mean(std.over(20, 99)).within(0.95, 1.05);
  for (const width of [64, 128]) {
    claim(`theory/selu-${width}`, `SELU networks of ${width} units settle at mean 0 and std 1`, {
      of: network(width, 1),
      says: [meanIs0, stdIs1],
      predicts: [0, 1],
      controls: [against(meanIs0, withGain(1.25)), against(stdIs1, withGain(3 / 4)), truncatedUncorrected],
      source: 'Klambauer et al. 2017, theorem 1',
      formula: String.raw`\operatorname{E}[\varphi(z)] = 0, \qquad \operatorname{E}\!\left[\varphi(z)^2\right] = 1, \qquad z \sim N(0, 1)`,
      because:
        'The constants of SELU solve these two equations, and V′(1) < 1 makes the point stable. Averaged over 80 layers the mean has sd 0.004 to 0.007 between networks and the std 0.011 to 0.018; finite width takes 1 to 2% off the std at 64 units, and less at 128.',
      teaches:
        'SELU’s two constants are chosen so that pre-activations of a standard normal law become activations of mean 0 and variance 1; with weights of variance 1/n the next pre-activations are standard normal again. Because this fixed point is stable a signal that is off returns to it layer by layer, without any normalisation layer, and that is what “self-normalising” means. The weights’ variance is part of the bargain: with another gain, or a normal law cut off and not rescaled, the network settles somewhere else.',
      zh: zh.settles(width),
    });
  }

  const chi1 = chi(selu, 1)(1);
  claim('theory/selu-gradient', 'where SELU settles the gradient’s second moment grows all the same, by χ₁ = 1.0716 a layer', {
    of: at({ activation: selu, sigmaW2: 1, q: 1 }, { width: [512, 512] }),
    says: mean(meanGradientRatio).within(chi1 - 0.03, chi1 + 0.03),
    predicts: chi1,
    controls: [withGain(3 / 4), stdAsBound],
    source: 'Klambauer et al. 2017, theorem 3, of the variance only',
    formula: String.raw`\chi_1 = \operatorname{E}\!\left[\varphi'(z)^2\right] = 1.07157, \qquad z \sim N(0, 1)`,
    because:
      'One layer at exactly q = 1, of 512 units: sd 2% between layers, and a bias of (E[z²φ′²] − E[φ′²])/n, below 0.1%. The band leaves 1 out: self-normalising networks are chaotic, if only just.',
    teaches:
      'Self-normalising is said of the forward signal. On the way back the second moment of the gradient grows by 7% a layer, to about 1,000 times after 100 layers, which is 32 times in std. That is a gentle explosion, and does no harm in a network of some tens of layers; but it shows that activations may be steady and of the right size in a network beyond the edge of chaos, so that the gradient wants a test of its own.',
    zh: zh.gradientGrows,
  });

  const sigmaW2 = (3 / 4) ** 2;
  const { mean: settledMean, secondMoment } = moments(selu, fixedPoint(selu, sigmaW2));
  const settled = Math.sqrt(secondMoment - settledMean ** 2);
  claim('theory/selu-gain-of-pytorch', 'with the gain ¾ that PyTorch gives it, SELU settles at a std of 0.2', {
    of: network(128, 3 / 4),
    says: mean(ln(std.over(20, 99))).within(Math.log(0.9 * settled), Math.log(1.1 * settled)),
    predicts: Math.log(settled),
    controls: [withGain(1), withGain(0.6)],
    source: 'torch.nn.init.calculate_gain("selu")',
    formula: String.raw`q^* = \left(\tfrac{3}{4}\right)^2 \operatorname{E}\!\left[\varphi(\sqrt{q^*}\,z)^2\right] = 0.02303, \qquad \sqrt{\operatorname{E}\!\left[\varphi(\sqrt{q^*}\,z)^2\right] - \operatorname{E}\!\left[\varphi(\sqrt{q^*}\,z)\right]^2} = 0.1996`,
    because:
      'A stable fixed point too, of a smaller signal: averaged over 80 layers the std has sd 6% between networks, and the band of ± 10% leaves 0 and 1 far out.',
    teaches:
      'PyTorch’s calculate_gain("selu") returns ¾, but SELU’s constants were solved for a gain of 1. With ¾ the network settles at another fixed point, with a std of 0.2 in place of 1: it no longer normalises itself, though χ₁ = 1.0037 there keeps the gradient almost constant. PyTorch’s documentation says so, and for self-normalising networks advises nonlinearity="linear", whose gain is 1.',
    zh: zh.gainOfPyTorch,
  });
});
