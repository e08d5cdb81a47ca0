import {
  type Activation,
  type Architecture,
  correlationFixedPoint,
  correlationSlope,
  derivative,
  fixedPoint,
  instead,
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

  claim(
    `theory/depth-scale-q-${dashed(sigmaW2)}`,
    `σ_w² = ${sigmaW2}: a deviation from q* shrinks by ${digits(lambdaQ)} a layer`,
    {
      of: alongOneDirection(tanh),
      says: mean(rowSlope).within(lambdaQ - 0.015, lambdaQ + 0.015),
      predicts: lambdaQ,
      controls: [stdAsBound, instead('no activation', alongOneDirection(linear))],
      source,
      formula: `λ_q = V′(q*) = e^(−1/ξ_q), ξ_q = ${digits(-1 / Math.log(lambdaQ))} layers`,
      because:
        'Two inputs in one direction, whose q lie 10% to either side of q*, go through the same weights of one layer: the slope between them has V’s difference quotient for its mean, at any width, and sd 0.005 to 0.01 between layers of 32 × 4,096 weights. ξ diverges at the edge of chaos; λ does not, and is what is judged.',
    },
  );

  const lambdaC = correlationSlope(tanh, sigmaW2, q)(c);
  claim(
    `theory/depth-scale-c-${dashed(sigmaW2)}`,
    `σ_w² = ${sigmaW2}: a deviation from c* shrinks by ${digits(lambdaC)} a layer`,
    {
      of: at(point),
      says: mean(times(sigmaW2, derivative.covariance.after(0), 'σ_w²')).within(lambdaC - 0.02, lambdaC + 0.02),
      predicts: lambdaC,
      controls: [withGain(2 * Math.sqrt(sigmaW2)), stdAsBound],
      source,
      formula: `λ_c = σ_w²·E[φ′(u₁)φ′(u₂)] = e^(−1/ξ_c), c* = ${digits(c)}`,
      because:
        'Sixteen inputs whose pre-activations have second moment q* and cosine c* exactly: σ_w²·φ′(u₁)φ′(u₂), averaged over units and pairs, has λ_c for its mean, at any width, and sd 0.004 to 0.01 between layers of 32 × 4,096 weights.',
    },
  );
});
