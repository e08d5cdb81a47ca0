import type { Activation } from '../activation/index.ts';
import type { Initializer } from '../init/index.ts';
import type { ExactInput } from './exact-input.ts';

/** One layer: h = φ(W x + b), with W of shape (fanOut, fanIn). */
export interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly activation: Activation;
  readonly init: Initializer;
  /** Draws b, of shape (fanOut); null for a layer without biases. */
  readonly bias: Initializer | null;
  /** Which of a realisation's streams the weight is drawn from: the layer's own index, unless a defect says otherwise. */
  readonly stream: number;
}

/** A network before any number is drawn: plain data. */
export interface Architecture {
  /** Rows of the input. */
  readonly batch: number;
  /** What the rows are; null for N(0, 1) numbers. */
  readonly input: ExactInput | null;
  readonly layers: readonly Layer[];
}

/** The architecture with each of its layers replaced. */
export function mapLayers(architecture: Architecture, change: (layer: Layer, index: number) => Layer): Architecture {
  return { ...architecture, layers: architecture.layers.map(change) };
}
