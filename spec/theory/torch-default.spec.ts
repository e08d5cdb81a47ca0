import { against, always, cosine, kaimingUniform, linear, mean, mlp, relu, secondMoment, std, uniform, withGain } from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { withoutTheBias } from './mistakes.ts';
import * as zh from './torch-default.zh.ts';

const width = 256;
const depth = 50;
const init = kaimingUniform({ slope: Math.sqrt(5) });
const bias = uniform({ low: -1 / Math.sqrt(width), high: 1 / Math.sqrt(width) });
const source = 'torch.nn.Linear.reset_parameters: kaiming_uniform_(weight, a=√5), bias U(±1/√fan_in)';

const inputsBecomeOne = always(cosine.after(20)).within(0.999, 1 + 1e-9);

describe('What nn.Linear draws by itself: Var(w) = 1/(3n)', () => {
  for (const { activation, kept } of [
    { activation: linear, kept: 1 },
    { activation: relu, kept: 1 / 2 },
  ]) {
    const { name } = activation;
    const factor = Math.sqrt(kept / 3);
    const without = mlp({ width, depth, activation, init });
    claim(`theory/torch-default-${name}`, `${name}, without the bias: the std shrinks by ${factor.toFixed(4)} a layer`, {
      of: without,
      says: mean(std.growth(0, depth - 1)).within(0.97 * factor, 1.03 * factor),
      predicts: factor,
      controls: [withGain(1), withGain(1.2 * Math.sqrt(1 / 3))],
      source,
      formula:
        kept === 1
          ? String.raw`\frac{\operatorname{std} h_l}{\operatorname{std} h_{l-1}} = \sqrt{n \operatorname{Var}(w)} = \sqrt{\tfrac{1}{3}} = 0.5774`
          : String.raw`\frac{\operatorname{std} h_l}{\operatorname{std} h_{l-1}} = \sqrt{\tfrac{1}{2}\, n \operatorname{Var}(w)} = \sqrt{\tfrac{1}{6}} = 0.4082`,
      because:
        'n·Var(w) = 1/3, of which ReLU keeps one half. The factor, over 49 layers, has sd 0.3% (linear) and 0.9% (ReLU) between networks, and finite width takes 0.1 and 0.25% off. Over 100 layers that is 1e-24, and 1e-39 with ReLU.',
      teaches: `nn.Linear calls kaiming_uniform_ with a = √5, which makes its weights U(±1/√n) and their variance 1/(3n): a third of what keeps the signal in a linear layer, and a sixth of what keeps it with ReLU. It is an old rule of Torch’s, written down by means of Kaiming’s function. The std loses ${Math.round(100 * (1 - factor))}% in every layer, and after ten ${(100 * factor ** 10).toPrecision(2)}% of it is left. A shallow network, or one with normalisation layers, does not show it; a deep one without them wants its weights initialised explicitly.`,
      zh: zh.shrinks(name, factor),
    });

    // q_h = kept·(q_h/3 + σ_b²), of second moments exact at any width.
    const sigmaB2 = 1 / (3 * width);
    const settled = (kept * sigmaB2) / (1 - kept / 3);
    const settles = mean(secondMoment.over(20, depth - 1)).within(0.95 * settled, 1.05 * settled);
    claim(`theory/torch-default-bias-${name}`, `${name}, with the bias: the signal settles, and any two inputs become one`, {
      of: mlp({ width, depth, activation, init, bias }),
      says: [settles, inputsBecomeOne],
      predicts: [settled, 1],
      controls: [against(inputsBecomeOne, withoutTheBias(without)), against(settles, withGain(1.5))],
      source,
      formula: String.raw`q = ${kept === 1 ? '' : String.raw`\tfrac{1}{2}`} \left(\frac{q}{3} + \frac{1}{3n}\right) \;\Rightarrow\; q = \frac{1}{${3 / kept - 1}n} = ${settled.toPrecision(4)}`,
      because:
        'The recursion of the second moment is linear, and exact at any width for weights and biases of symmetric laws; averaged over 30 layers q has sd 2.1 to 2.4% between networks. What is left after 20 layers of the difference between two inputs is 3⁻²⁰ of its square, or less: the output is the biases’, whatever the input.',
      teaches:
        'With the bias that nn.Linear adds by default the std no longer falls to zero, and a plot of it, layer by layer, looks healthy. But what remains is the signal of the biases, which is the same for every input: the input’s own part goes on dying from layer to layer, and after twenty layers any two inputs have a cosine above 0.999. The std alone deceives here; send two different inputs through the network, and see whether they still differ.',
      zh: zh.settlesAtTheBiases(name),
    });
  }
});
