import {
  against,
  always,
  type Initializer,
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
import * as zh from './jacobian.zh.ts';
import { gaussianWeights, noActivation, orthogonalWeights } from './mistakes.ts';

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
  const spreadFormula = (ratio: number, wide: string) =>
    String.raw`m_k = \tfrac{1}{n} \operatorname{tr}\,(J J^\top)^k, \qquad \frac{\operatorname{E} m_2}{\operatorname{E} m_1^2} = ${ratio.toFixed(3)} \;\; (n = ${width}), \qquad ${wide} \;\; (n = \infty)`;
  const source = 'Pennington, Schoenholz & Ganguli 2017, section 2.5, at infinite width';

  claim(
    `theory/isometry-${width}`,
    `orthogonal weights without an activation keep every singular value at 1, at ${width} units`,
    {
      of: orthogonalLinear,
      says: always(jacobianMoment(2)).within(1 - 1e-5, 1 + 1e-5),
      predicts: 1,
      controls: [gaussianWeights(gaussianLinear), withGain(1.1)],
      source: 'Saxe, McClelland & Ganguli 2014, section 3',
      formula: String.raw`J = W_5 \cdots W_1, \qquad J J^\top = I`,
      because:
        'A product of orthogonal matrices is orthogonal; float32 leaves m₂ within some 1e-7 of 1, and 1e-5 is a hundred times that.',
      teaches:
        'The singular values of the Jacobian are the factors by which small changes of the input arrive at the output, one for each direction. An orthogonal matrix turns and reflects but never stretches, so however many are multiplied every direction keeps its length, and so does the gradient on its way back: this is dynamical isometry. A gain of 1.1 is enough to lose it, for after five layers lengths are 1.1⁵ = 1.61 times what they were. Saxe et al. found that deep linear networks which start like this learn in a number of steps that does not depend on their depth.',
      zh: zh.isometry(width),
    },
  );

  const linearly = spread('linear', 'gaussian');
  const sd = width === 64 ? 0.09 : 0.044;
  const margin = width === 64 ? 0.08 : 0.06;
  const keepsTheMean = mean(jacobianMoment(1)).within(1 - margin, 1 + margin);
  claim(
    `theory/jacobian-linear-${width}`,
    `Gaussian weights spread the squared singular values to m₂/m₁² ≈ 1 + L = 6, at ${width} units`,
    {
      of: gaussianLinear,
      says: [linearly.says, keepsTheMean],
      predicts: [linearly.ratio, 1],
      controls: [against(linearly.says, orthogonalWeights(orthogonalLinear)), against(keepsTheMean, withGain(1.1))],
      source,
      formula: spreadFormula(linearly.ratio, '1 + L = 6'),
      because: `${SPREAD} E m₁ = 1 exactly, with sd ${sd}.`,
      teaches: `Gaussian weights of variance 1/n keep the mean of the squared singular values at 1, but not each of them: every layer stretches some directions and shrinks others, and the differences multiply from layer to layer. m₂/m₁² measures that spread; it is 1 where all are alike, and ${linearly.ratio.toFixed(2)} after five layers of ${width} units. So a variance that is right on average does not make a network well-conditioned: the gradient arrives strong in a few directions and faint in most, the more so the deeper the network.`,
      zh: zh.linear(width, linearly.ratio.toFixed(2), sd),
    },
  );

  const gaussian = spread('relu', 'gaussian');
  claim(`theory/jacobian-relu-${width}`, `with ReLU Gaussian weights spread them to m₂/m₁² ≈ 1 + 2L = 11, at ${width} units`, {
    of: gaussianRelu,
    says: gaussian.says,
    predicts: gaussian.ratio,
    controls: [orthogonalWeights(orthogonalRelu), noActivation(gaussianLinear)],
    source,
    formula: spreadFormula(gaussian.ratio, '1 + 2L = 11'),
    because: SPREAD,
    teaches: `For each input ReLU switches about half of the units off, and their rows of the layer’s Jacobian become zero. Kaiming’s factor of 2 makes up for that on average, so that the squared singular values still have mean 1; but it adds a spread of its own to that of the weights, and m₂/m₁² is about 1 + 2L instead of 1 + L: ${gaussian.ratio.toFixed(2)} for five layers of ${width} units. Kaiming’s gain keeps the scale of the gradient, not its conditioning.`,
    zh: zh.relu(width, gaussian.ratio.toFixed(2)),
  });

  const rotated = spread('relu', 'orthogonal');
  claim(
    `theory/jacobian-relu-orthogonal-${width}`,
    `with ReLU orthogonal weights spread them all the same, to m₂/m₁² ≈ 1 + L = 6, at ${width} units`,
    {
      of: orthogonalRelu,
      says: rotated.says,
      predicts: rotated.ratio,
      controls: [gaussianWeights(gaussianRelu), noActivation(orthogonalLinear)],
      source,
      formula: spreadFormula(rotated.ratio, '1 + L = 6'),
      because: SPREAD,
      teaches: `Without an activation orthogonal weights keep all singular values alike; ReLU undoes that, for the directions of units that are off are lost, and the gain √2 enlarges what is left. After five layers m₂/m₁² is ${rotated.ratio.toFixed(2)}, much as for Gaussian weights without an activation. So an orthogonal start removes half of the spread, and no gain removes the rest: Pennington et al. showed that ReLU networks cannot be dynamically isometric, while tanh networks with orthogonal weights come close to it where the signal is small.`,
      zh: zh.reluOrthogonal(width, rotated.ratio.toFixed(2)),
    },
  );
});
