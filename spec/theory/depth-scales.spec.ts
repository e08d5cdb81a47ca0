import {
  type Activation,
  type Architecture,
  chi,
  correlationFixedPoint,
  correlationSlope,
  derivative,
  fixedPoint,
  linear,
  mean,
  rowSlope,
  stdAsBound,
  tanh,
  times,
  varianceMap,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import * as zh from './depth-scales.zh.ts';
import { noActivation } from './mistakes.ts';
import { at, dashed, digits } from './one-layer.ts';

/** The σ_w² of the table of depth scales; the fourth lies on the edge of chaos (1.7609546). */
const TABLE = [1, 1.5, 1.7, 1.76095, 2, 2.5];
const sigmaB2 = 0.05;

describe.each(TABLE)('Depth scales of tanh at σ_b² = 0.05, σ_w² = %d', (sigmaW2) => {
  const q = fixedPoint(tanh, sigmaW2, sigmaB2);
  const c = correlationFixedPoint(tanh, sigmaW2, sigmaB2, q);
  const point = { activation: tanh, sigmaW2, sigmaB2, q, c };
  const source = 'Schoenholz et al. 2017, eqs. 8 and 9';

  // Two inputs in one direction, a tenth of the weights' part of q to either side of q*.
  const step = 0.1 * (q - sigmaB2);
  const input = { secondMoment: [q - step, q + step].map((each) => (each - sigmaB2) / sigmaW2), cosine: 1 };
  const alongOneDirection = (activation: Activation): Architecture => ({ ...at({ ...point, activation }, { batch: 2 }), input });
  const V = varianceMap(tanh, sigmaW2, sigmaB2);
  const lambdaQ = (V(q + step) - V(q - step)) / (2 * step);
  const leftOfTenth = Number((10 * lambdaQ ** 10).toPrecision(1));

  claim(
    `theory/depth-scale-q-${dashed(sigmaW2)}`,
    `σ_w² = ${sigmaW2}: a layer leaves ${digits(lambdaQ)} of a deviation from q*`,
    {
      of: alongOneDirection(tanh),
      says: mean(rowSlope).within(lambdaQ - 0.015, lambdaQ + 0.015),
      predicts: lambdaQ,
      controls: [stdAsBound, noActivation(alongOneDirection(linear))],
      source,
      formula: String.raw`\lambda_q = \frac{V(q^* + \delta) - V(q^* - \delta)}{2\delta} \approx V'(q^*) = e^{-1/\xi_q}, \qquad \xi_q = ${digits(-1 / Math.log(lambdaQ))}`,
      because:
        'Two inputs in one direction, whose q lie to either side of q* by 10% of the weights’ part of it, go through the same weights of one layer: the slope between them has V’s difference quotient for its mean, at any width, and sd 0.005 to 0.01 between layers of 32 × 4,096 weights. ξ diverges at the edge of chaos; λ does not, and is what is judged.',
      teaches: `Each layer of a tanh network takes more from a large signal than from a small one, so the second moment q of its pre-activations comes nearer to the fixed point q* = ${digits(q)} in every layer: each leaves ${digits(lambdaQ)} of a deviation, and 10% are down to about ${leftOfTenth}% after ten layers. This is so in the ordered phase, on the edge of chaos and in the chaotic phase alike. How the inputs of a deep tanh network are scaled is forgotten within its first layers, and it is not the size of the signal that limits how deep it may be.`,
      zh: zh.ofQ({ sigmaW2, q, lambdaQ, leftOfTenth }),
    },
  );

  const lambdaC = correlationSlope(tanh, sigmaW2, q)(c);
  const xiC = -1 / Math.log(lambdaC);
  const trainable = Math.round(6 * xiC);
  const chi1 = digits(chi(tanh, sigmaW2)(q));
  const phase =
    xiC > 1e5
      ? 'This point lies on the edge of chaos, to the digits of σ_w²: λ_c is 1 and ξ_c has no end, so that inputs become one more slowly than any exponential, and the gradient neither vanishes nor explodes. It is where the deepest networks could be trained.'
      : c === 1
        ? `Here χ₁ = ${chi1} is below 1, the fixed point is c* = 1, and all inputs end as one; at c* = 1, λ_c is χ₁, so the gradient dies at the same pace. Schoenholz et al. could train networks to a depth of about 6ξ_c, which is ${trainable} layers here.`
        : `Here χ₁ = ${chi1} is above 1: inputs that are almost equal come apart, down to c* = ${digits(c)}, and the gradient explodes meanwhile. Schoenholz et al. could train networks to a depth of about 6ξ_c, which is ${trainable} layers here.`;
  claim(
    `theory/depth-scale-c-${dashed(sigmaW2)}`,
    `σ_w² = ${sigmaW2}: a layer leaves ${digits(lambdaC)} of a deviation from c*`,
    {
      of: at(point),
      says: mean(times(sigmaW2, derivative.covariance.after(0), 'σ_w²')).within(lambdaC - 0.02, lambdaC + 0.02),
      predicts: lambdaC,
      controls: [withGain(2 * Math.sqrt(sigmaW2)), stdAsBound],
      source,
      formula: String.raw`\lambda_c = \sigma_w^2 \operatorname{E}\!\left[\varphi'(u_1)\,\varphi'(u_2)\right] = e^{-1/\xi_c}, \qquad u_1, u_2 \sim N(0, q^*), \quad \operatorname{corr}(u_1, u_2) = c^* = ${digits(c)}`,
      because:
        'Sixteen inputs whose pre-activations have second moment q* and cosine c* exactly: σ_w²·φ′(u₁)φ′(u₂), averaged over units and pairs, has λ_c for its mean, at any width, and sd 0.004 to 0.01 between layers of 32 × 4,096 weights.',
      teaches: `What a network can still tell two inputs apart by is the cosine of their pre-activations; it tends to a fixed point c*, and once it is there, nothing of the inputs’ own is left in it. Each layer leaves λ_c of the deviation, so ξ_c layers leave 1/e. ${phase}`,
      zh: zh.ofC({ sigmaW2, c, chi1, lambdaC, xiC, trainable }),
    },
  );
});
