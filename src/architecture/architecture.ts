import type { Activation } from '../activation/index.ts';
import type { Initializer } from '../init/index.ts';

/** One layer: h = φ(W x), with W of shape (fanOut, fanIn). */
export interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly activation: Activation;
  readonly init: Initializer;
  /** Which of a realisation's streams the weight is drawn from: the layer's own index, unless a defect says otherwise. */
  readonly stream: number;
}

/** A network before any number is drawn: plain data. Its input is a batch of N(0, 1) numbers. */
export interface Architecture {
  readonly batch: number;
  readonly layers: readonly Layer[];
}

/** The architecture with each of its layers replaced. */
export function mapLayers(architecture: Architecture, change: (layer: Layer, index: number) => Layer): Architecture {
  return { ...architecture, layers: architecture.layers.map(change) };
}
