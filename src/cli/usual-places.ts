import type { Activation } from '../activation/index.ts';
import { CELLS } from '../replay/index.ts';
import type { PhasePlace } from '../report/index.ts';
import { gain, phaseAt } from '../theory/index.ts';
import { correlationAt } from './correlation-at.ts';
import { pytorchGain } from './pytorch-gain.ts';

/** PyTorch's nn.Linear draws its weights from U(±1/√n), of variance 1/(3n). */
const LINEAR_DEFAULT = Math.sqrt(1 / 3);

/** What is nearer than this, relatively, is one place: laws have the rounding of PyTorch's float32 bounds. */
const SAME = 1e-6;

/** The σ_w that people use with an activation, all without biases: defaults, gains, and the notebook's networks. */
export function usualPlaces(activation: Activation): PhasePlace[] {
  const pytorch = pytorchGain(activation);
  const notebook = CELLS.flatMap(({ cell, network: { layers } }) =>
    layers[0].activation.name === activation.name ? [{ cell, sigmaW: sigmaWOf(layers[0]) }] : [],
  );
  // The notebook's come last: where one of theirs is the same to its rounding, the exact value stands.
  const all = [
    { sigmaW: LINEAR_DEFAULT, words: 'the weights of nn.Linear as it comes' },
    { sigmaW: 1, words: 'N(0, 1/n)' },
    { sigmaW: gain(activation), words: 'the gain 1/√E[φ²]' },
    ...(pytorch === null ? [] : [{ sigmaW: pytorch, words: 'PyTorch’s calculate_gain' }]),
    ...notebook.map(({ cell, sigmaW }) => ({ sigmaW, words: `the notebook’s In [${cell}]` })),
  ];
  const places: { sigmaW: number; words: string[] }[] = [];
  for (const { sigmaW, words } of all) {
    const same = places.find((place) => Math.abs(sigmaW - place.sigmaW) <= SAME * sigmaW);
    if (same) same.words.push(words);
    else places.push({ sigmaW, words: [words] });
  }
  return places
    .toSorted((a, b) => a.sigmaW - b.sigmaW)
    .map(({ sigmaW, words }) => {
      const point = phaseAt(activation, sigmaW);
      return { words: words.join('; '), point, c: correlationAt(activation, point) };
    });
}

function sigmaWOf({ init, fanIn, fanOut }: (typeof CELLS)[number]['network']['layers'][number]): number {
  return init.law([fanOut, fanIn]).std * Math.sqrt(fanIn);
}
