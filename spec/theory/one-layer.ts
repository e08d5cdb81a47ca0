import { type Activation, type Architecture, mlp, normal } from 'gainsay';

/** A point of mean field's plane: what the pre-activations z = W h + b of two inputs are. */
export interface Point {
  activation: Activation;
  sigmaW2: number;
  sigmaB2?: number;
  /** Second moment of z. */
  q: number;
  /** Cosine of the z of two inputs; 0 by default. */
  c?: number;
}

interface Size {
  /** Units of every layer, or the widths from input to output. */
  width?: number | readonly number[];
  batch?: number;
  depth?: number;
}

/** From few inputs to many outputs: what is averaged over a layer's units is known four times as well as with 256 × 256 weights. */
const FAN_OUT = [32, 4096];

/**
 * Networks, of one layer unless it is said otherwise, whose first pre-activations lie exactly at a point of mean field's plane:
 * the inputs have no randomness but their direction, so that q and c, in the mean over the weights, are what they should be at
 * any width.
 */
export function at(
  { activation, sigmaW2, sigmaB2 = 0, q, c = 0 }: Point,
  { width = FAN_OUT, batch = 16, depth }: Size = {},
): Architecture {
  // Of z's second moment σ_w²·q_h + σ_b² the weights' part is the input's, and the biases' part is common to all inputs.
  const ofWeights = q - sigmaB2;
  const cosine = Math.max(0, (q * c - sigmaB2) / ofWeights);
  const fanIn = typeof width === 'number' ? width : width[0];
  return mlp({
    width,
    ...(depth !== undefined && { depth }),
    batch,
    activation,
    init: normal({ std: Math.sqrt(sigmaW2 / fanIn) }),
    ...(sigmaB2 > 0 && { bias: normal({ std: Math.sqrt(sigmaB2) }) }),
    input: { secondMoment: ofWeights / sigmaW2, cosine },
  });
}

/** A number in a sentence. */
export const digits = (x: number): string => String(Number(x.toPrecision(4)));

/** A number in an id. */
export const dashed = (x: number): string => String(x).replace('.', '-');

/** A number of any size in a sentence, where three digits will do. */
export const rounded = (x: number): string => Number(x.toPrecision(3)).toLocaleString('en');
