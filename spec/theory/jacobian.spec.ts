import {
  against,
  always,
  type Initializer,
  instead,
  jacobianMoment,
  jacobianMoments,
  jacobianRatio,
  linear,
  mean,
  mlp,
  normal,
  orthogonal,
  quantile,
  relu,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';

const depth = 5;

const SPREAD =
  'The recursions of E m₂ and E m₁² are exact at any width. m₁ and m₂ themselves have heavy tails with ReLU; their ratio is skewed too, with sd 4 to 16% between networks, and is judged by its median. That lies off E m₂/E m₁² by terms of 1/n, 1 to 6% at 64 units and half of it at 128: hence a band of ± 15% at 64 units, and of ± 12% at 128.';

describe.each([64, 128])('The singular values of the Jacobian through five layers of %d units', (width) => {
  const linearOf = (init: Initializer) => mlp({ width, depth, batch: 1, activation: linear, init });
  const reluOf = (init: Initializer) => mlp({ width, depth, batch: 1, activation: relu, init });
  const gaussianLinear = linearOf(normal({ std: Math.sqrt(1 / width) }));
  const orthogonalLinear = linearOf(orthogonal());
  const gaussianRelu = reluOf(normal({ std: Math.sqrt(2 / width) }));
  const orthogonalRelu = reluOf(orthogonal({ gain: Math.SQRT2 }));

  const share = width === 64 ? 0.15 : 0.12;
  const spread = (activation: 'linear' | 'relu', weights: 'gaussian' | 'orthogonal') => {
    const { m1, m1Variance, m2 } = jacobianMoments({ activation, weights, depth, width });
    const ratio = m2 / (m1 ** 2 + m1Variance);
    return { ratio, says: quantile(0.5, jacobianRatio).within((1 - share) * ratio, (1 + share) * ratio) };
  };
  const source = 'Pennington, Schoenholz & Ganguli 2017, section 2.5, at infinite width';

  claim(
    `theory/isometry-${width}`,
    `orthogonal weights without an activation keep every singular value at 1, at ${width} units`,
    {
      of: orthogonalLinear,
      says: always(jacobianMoment(2)).within(1 - 1e-5, 1 + 1e-5),
      predicts: 1,
      controls: [instead('Gaussian weights', gaussianLinear), withGain(1.1)],
      source: 'Saxe, McClelland & Ganguli 2014, section 3',
      formula: 'J = W_5 … W_1, JJᵀ = I',
      because:
        'A product of orthogonal matrices is orthogonal; float32 leaves m₂ within some 1e-7 of 1, and 1e-5 is a hundred times that.',
    },
  );

  const linearly = spread('linear', 'gaussian');
  const margin = width === 64 ? 0.08 : 0.06;
  const keepsTheMean = mean(jacobianMoment(1)).within(1 - margin, 1 + margin);
  claim(
    `theory/jacobian-linear-${width}`,
    `Gaussian weights spread the squared singular values to m₂/m₁² ≈ 1 + L = 6, at ${width} units`,
    {
      of: gaussianLinear,
      says: [linearly.says, keepsTheMean],
      predicts: [linearly.ratio, 1],
      controls: [against(linearly.says, instead('orthogonal weights', orthogonalLinear)), against(keepsTheMean, withGain(1.1))],
      source,
      formula: `m₂/m₁² = ${linearly.ratio.toFixed(3)} at n = ${width}, 6 at n = ∞`,
      because: `${SPREAD} E m₁ = 1 exactly, with sd ${width === 64 ? 0.09 : 0.044}.`,
    },
  );

  const gaussian = spread('relu', 'gaussian');
  claim(`theory/jacobian-relu-${width}`, `with ReLU Gaussian weights spread them to m₂/m₁² ≈ 1 + 2L = 11, at ${width} units`, {
    of: gaussianRelu,
    says: gaussian.says,
    predicts: gaussian.ratio,
    controls: [instead('orthogonal weights', orthogonalRelu), instead('no activation', gaussianLinear)],
    source,
    formula: `m₂/m₁² = ${gaussian.ratio.toFixed(3)} at n = ${width}, 11 at n = ∞`,
    because: SPREAD,
  });

  const rotated = spread('relu', 'orthogonal');
  claim(
    `theory/jacobian-relu-orthogonal-${width}`,
    `with ReLU orthogonal weights spread them all the same, to m₂/m₁² ≈ 1 + L = 6, at ${width} units`,
    {
      of: orthogonalRelu,
      says: rotated.says,
      predicts: rotated.ratio,
      controls: [instead('Gaussian weights', gaussianRelu), instead('no activation', orthogonalLinear)],
      source,
      formula: `m₂/m₁² = ${rotated.ratio.toFixed(3)} at n = ${width}, 6 at n = ∞`,
      because: SPREAD,
    },
  );
});
