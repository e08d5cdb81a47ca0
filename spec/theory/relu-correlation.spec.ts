import { covariance, linear, mean, relu, stdAsBound, withGain } from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { noActivation } from './mistakes.ts';
import { at } from './one-layer.ts';
import * as zh from './relu-correlation.zh.ts';

/** Cho & Saul's arc-cosine kernel of order 1, of inputs of length 1. */
const arcCosine = (c: number) => (Math.sqrt(1 - c * c) + c * (Math.PI - Math.acos(c))) / Math.PI;

describe.each([0, 0.5, 0.9])('A ReLU layer and inputs of cosine %d', (c) => {
  const expected = arcCosine(c);
  const point = { activation: relu, sigmaW2: 2, q: 2, c };

  claim(
    `theory/relu-correlation-${100 * c}`,
    `cosine ${c}: their product after a ReLU layer is ${expected.toFixed(5)}, the arc-cosine kernel`,
    {
      of: at(point),
      says: mean(covariance.after(0)).within(expected - 0.03, expected + 0.03),
      predicts: expected,
      controls: [withGain(1), stdAsBound, noActivation(at({ ...point, activation: linear }))],
      source: 'Cho & Saul 2009, eq. 6; on the critical line σ_w² = 2',
      formula: String.raw`c' = \frac{\sqrt{1 - c^2} + c\,(\pi - \arccos c)}{\pi} = ${expected.toFixed(5)}, \qquad c = ${c}`,
      because:
        'σ_w²·E[φ(u₁)φ(u₂)] is the kernel, exactly in the mean at any width, for inputs of second moment 1. Averaged over units and the 120 pairs of sixteen inputs it has sd 0.004 (c = 0), 0.018 and 0.031 (c = 0.9) between layers of 32 × 4,096 weights.',
      teaches: `A ReLU lets only positive values through, so no component of its output is negative, and outputs are more alike than inputs: cosine ${c} becomes ${expected.toFixed(5)}, and every further layer does it again. At σ_w² = 2 the cosine after l layers is about 1 − 9π²/(2l²): differences fade more slowly than by any exponential, but they fade. Kaiming’s gain keeps the std of a signal and not what tells two signals apart, so a deep ReLU network without residual connections or normalisation distinguishes its inputs less and less.`,
      zh: zh.arcCosineKernel(c, expected.toFixed(5)),
    },
  );
});
