import {
  type Activation,
  against,
  edgeOfChaos,
  elu,
  gelu,
  mean,
  meanGradientRatio,
  relu,
  secondMoment,
  silu,
  tanh,
  times,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { at, digits } from './one-layer.ts';

describe('The edge of chaos: a layer leaves the signal and the gradient as they are', () => {
  const cases: [Activation, number][] = [
    [tanh, 0.2],
    [gelu, 0.2],
    [silu, 0.2],
    [elu(), 0.2],
    [relu, 0],
  ];
  for (const [activation, sigmaB] of cases) {
    const { name, homogeneous } = activation;
    const edge = edgeOfChaos(activation, sigmaB ** 2);
    // Where the activation knows no scale every q is a fixed point.
    const point = { activation, ...edge, q: homogeneous ? 1 : edge.q };
    const sigmaW = Math.sqrt(edge.sigmaW2);
    const ofWeights = point.q - edge.sigmaB2;

    const keepsTheSignal = mean(times(edge.sigmaW2, secondMoment.after(0), 'σ_w²')).within(0.95 * ofWeights, 1.05 * ofWeights);
    const keepsTheGradient = mean(meanGradientRatio).within(0.96, 1.04);
    claim(
      `theory/edge-of-chaos-${name}`,
      `${name} at σ_b = ${sigmaB}: χ₁ = 1 at σ_w = ${sigmaW.toFixed(4)}, q* = ${digits(point.q)}`,
      {
        of: at(point, { width: [512, 512] }),
        says: [keepsTheSignal, keepsTheGradient],
        predicts: [ofWeights, 1],
        controls: [
          against(keepsTheSignal, withGain(0.8 * sigmaW)),
          against(keepsTheGradient, withGain(0.8 * sigmaW)),
          against(keepsTheGradient, withGain(1.25 * sigmaW)),
        ],
        source: 'Schoenholz et al. 2017, section 3; Hayou et al. 2019, section 3',
        formula: 'σ_w² = 1/E[φ′(√q z)²], σ_b² = q − σ_w²·E[φ(√q z)²]',
        because: `One layer at exactly q*, for deep networks of GELU and SiLU drift away from theirs${edge.slope > 1 ? ` (here V′(q*) = ${digits(edge.slope)} > 1)` : ''}. Between layers of 512 units the second moment has sd 1 to 3.4%, and the gradient’s ratio 1.9 to 2.8%, with a bias of (E[z²φ′²] − E[φ′²])/n, below 0.3%.`,
      },
    );
  }
});
