import { type Activation, calculateGain, exactly, experiment, gain, mean, quantity, relu, tanh } from 'gainsay';
import { claim } from 'gainsay/vitest';
import { sampleStandardDeviation } from 'simple-statistics';
import { describe } from 'vitest';
import { notebook } from '../fixture.ts';
import * as zh from './cell-01-gain.zh.ts';
import { inputTooLarge, inputTooSmall, reluForTanh } from './mistakes.ts';

interface Gains {
  /** s(x)/s(φ(x)) over 10,000 draws. */
  measured: number;
  /** What PyTorch's table says. */
  pytorch: number;
}

/** The notebook's cell: x = randn(10000); gain = x.std() / φ(x).std(). */
function drawnThrough(activation: Activation, words: string, input: (draws: Float64Array) => Float64Array = (draws) => draws) {
  return experiment<Gains>(`10,000 ${words} through ${activation.name}`, (stream) => {
    const x = Array.from(input(stream.normals(new Float64Array(10_000))));
    const out = x.map(activation.phi);
    return { measured: sampleStandardDeviation(x) / sampleStandardDeviation(out), pytorch: calculateGain(activation.name) };
  });
}

const scaledBy = (factor: number) =>
  drawnThrough(tanh, `normal numbers of std ${factor}`, (draws) => draws.map((x) => factor * x));

describe('Cell 1: the gain of tanh', () => {
  const measured = quantity<Gains>({ en: 'gain measured on 10,000 draws', zh: zh.measured }, (gains) => gains.measured);
  const pytorch = quantity<Gains>({ en: "gain in PyTorch's table", zh: zh.pytorch }, (gains) => gains.pytorch);
  const excess = quantity<Gains>(
    { en: "gain in PyTorch's table over the gain measured", zh: zh.excess },
    (gains) => gains.pytorch / gains.measured,
  );
  const theory = gain(tanh);

  claim('notebook/tanh-gain', 'tanh shrinks a standard normal by 1.5925, which PyTorch rounds up to 5/3, by less than 5%', {
    of: drawnThrough(tanh, 'normal numbers'),
    says: [mean(measured).within(theory - 0.02, theory + 0.02), mean(excess).within(1, 1.05), exactly(pytorch, 5 / 3)],
    predicts: [theory, 5 / 3 / theory, 5 / 3],
    controls: [inputTooLarge(scaledBy(2)), inputTooSmall(scaledBy(0.5)), reluForTanh(drawnThrough(relu, 'normal numbers'))],
    source: `notebook, In [${notebook.gain.cell}]: ${notebook.gain.question} It printed ${notebook.gain.gain} for its one draw.`,
    formula: String.raw`\frac{1}{\sqrt{\operatorname{E}\!\left[\tanh^2 z\right]}} = 1.592537, \qquad z \sim N(0, 1)`,
    because:
      'Quadrature gives 1.592537; a set of 10,000 draws scatters about it with sd 0.0069, and ± 0.02 is three of its sd, with 5/3 = 1.667 another eight beyond. 5/3 over it is 1.0465: below 5% by a third of a point. The printed 1.5827 is one draw, at z = −1.4.',
    teaches:
      'An activation makes the signal smaller, and the gain is the factor by which the weights are made larger to make up for it. For tanh 1.5925 keeps the std of the pre-activations at exactly 1, layer after layer; PyTorch’s 5/3 is nearly 5% more. These 5% do not multiply from layer to layer, because tanh holds a large signal back: they only move the std at which a deep network settles, from 0.628 to 0.651 after tanh. And a gain measured on one sample is one draw, which is right to two digits here.',
    zh: zh.gain,
  });
});
