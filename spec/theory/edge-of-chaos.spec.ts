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
import * as zh from './edge-of-chaos.zh.ts';
import { at, digits } from './one-layer.ts';

describe('The edge of chaos: a layer leaves the signal and the gradient as they are', () => {
  const cases: [Activation, number, string][] = [
    [tanh, 0.2, 'tanh'],
    [gelu, 0.2, 'GELU'],
    [silu, 0.2, 'SiLU'],
    [elu(), 0.2, 'ELU'],
    [relu, 0, 'ReLU'],
  ];
  for (const [activation, sigmaB, called] of cases) {
    const { name, homogeneous } = activation;
    const edge = edgeOfChaos(activation, sigmaB ** 2);
    // Where the activation knows no scale every q is a fixed point.
    const point = { activation, ...edge, q: homogeneous ? 1 : edge.q };
    const sigmaW = Math.sqrt(edge.sigmaW2);
    const ofWeights = point.q - edge.sigmaB2;
    const where = homogeneous
      ? 'With ReLU the edge is one point: no biases and σ_w = √2, which is Kaiming’s initialisation. ReLU knows no scale, so every q is a fixed point there, and biases would make q grow from layer to layer.'
      : edge.slope > 1
        ? `For ${called} with biases of std ${sigmaB} it lies at σ_w = ${sigmaW.toFixed(4)}. But V′(q*) = ${digits(edge.slope)} is above 1: a signal a little too large or too small moves on away from q*, and a deep network does not stay. With biases of std 1 the point on the edge would be stable.`
        : `For ${called} with biases of std ${sigmaB} it lies at σ_w = ${sigmaW.toFixed(4)}; and as V′(q*) = ${digits(edge.slope)} is below 1, a deep network comes to q* by itself.`;

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
        formula: String.raw`\sigma_w^2 = \frac{1}{\operatorname{E}\!\left[\varphi'(\sqrt{q^*}\,z)^2\right]} = ${digits(edge.sigmaW2)}, \qquad \sigma_b^2 = q^* - \sigma_w^2 \operatorname{E}\!\left[\varphi(\sqrt{q^*}\,z)^2\right] = ${digits(edge.sigmaB2)}`,
        because: `One layer at exactly q*, for deep networks of GELU and SiLU drift away from theirs${edge.slope > 1 ? ` (here V′(q*) = ${digits(edge.slope)} > 1)` : ''}. Between layers of 512 units the second moment has sd 1 to 3.4%, and the gradient’s ratio 1.9 to 2.8%, with a bias of (E[z²φ′²] − E[φ′²])/n, below 0.3%.`,
        teaches: `χ₁ is the factor by which a layer multiplies the gradient’s second moment. Where it is below 1 gradients vanish and inputs become one, where it is above 1 gradients explode and neighbours come apart; on the edge of chaos between them both last longest. ${where}`,
        zh: zh.onTheEdge({ called, homogeneous, sigmaB, sigmaW, q: point.q, slope: edge.slope }),
      },
    );
  }
});
