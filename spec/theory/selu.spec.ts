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
      formula: 'E φ(z) = 0, E φ(z)² = 1, z ~ N(0, 1)',
      because:
        'The constants of SELU solve these two equations, and V′(1) < 1 makes the point stable. Averaged over 80 layers the mean has sd 0.004 to 0.007 between networks and the std 0.011 to 0.018; finite width takes 1 to 2% off the std at 64 units, and less at 128.',
    });
  }

  const chi1 = chi(selu, 1)(1);
  claim('theory/selu-gradient', 'where SELU settles the gradient grows all the same, by χ₁ = 1.0716 a layer', {
    of: at({ activation: selu, sigmaW2: 1, q: 1 }, { width: [512, 512] }),
    says: mean(meanGradientRatio).within(chi1 - 0.03, chi1 + 0.03),
    predicts: chi1,
    controls: [withGain(3 / 4), stdAsBound],
    source: 'Klambauer et al. 2017, theorem 3, of the variance only',
    formula: 'χ₁ = E[φ′(z)²] = 1.07157',
    because:
      'One layer at exactly q = 1, of 512 units: sd 2% between layers, and a bias of (E[z²φ′²] − E[φ′²])/n, below 0.1%. The band leaves 1 out: self-normalising networks are chaotic, if only just.',
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
    formula: '√(E φ² − (E φ)²) = 0.1996 at q* = (¾)²·E φ(√q* z)²',
    because:
      'A stable fixed point too, of a smaller signal: averaged over 80 layers the std has sd 6% between networks, and the band of ± 10% leaves 0 and 1 far out.',
  });
});
