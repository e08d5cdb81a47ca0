import type { Architecture } from '../architecture/index.ts';
import { type Seed, Stream } from '../random/index.ts';
import { drawExactInput } from './exact-input.ts';

/** The numbers that one realisation is made of, asked for layer by layer. */
export interface Draws {
  /** Fills `out` with the input, unit by unit: entry (unit, row) at `unit · batch + row`. */
  readonly input: (out: Float32Array) => void;
  /** Fills `out` with the weight of layer `index`, (fanOut, fanIn), rows first. */
  readonly weight: (index: number, out: Float32Array) => void;
  /** Fills `out` with the biases of layer `index`, which has some. */
  readonly bias: (index: number, out: Float32Array) => void;
  /** Fills `out` with g, the gradient of a random linear loss at the output, unit by unit. */
  readonly cotangent: (out: Float32Array) => void;
}

/** Draws from streams: each depends on the seed, the realisation (its index, or another name of it) and the layer, and on nothing else. */
export function drawsFromStreams({ batch, input, layers }: Architecture, seed: Seed, realisation: number | string): Draws {
  const streamOf = (what: string | number) => new Stream(seed, `${realisation}/${what}`);
  return {
    input: (out) => {
      if (input) drawExactInput(input, batch, streamOf('input'), out);
      else streamOf('input').normals(out);
    },
    weight: (index, out) => {
      const { init, fanIn, fanOut, stream } = layers[index];
      init.draw([fanOut, fanIn], streamOf(stream), out);
    },
    bias: (index, out) => {
      const { bias, fanOut, stream } = layers[index];
      bias?.draw([fanOut], streamOf(`${stream}/bias`), out);
    },
    cotangent: (out) => streamOf('cotangent').normals(out),
  };
}
