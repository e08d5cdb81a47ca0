import type { Trace } from '../trace.ts';

/** A layer of a model whose output was seen. */
export interface TracedLayer {
  /** Its name in the model; a layer that is used more than once is counted: `shared#2`. */
  readonly name: string;
  /** TensorFlow.js's class name: `Dense`, `Conv2D`, `Add`, … */
  readonly kind: string;
  /** The activation that the layer applies itself, as TensorFlow.js names it; null where it applies none. */
  readonly activation: string | null;
  /** Of its output, without the batch. */
  readonly shape: readonly number[];
  /**
   * How many layers with a kernel (a matrix or filter: `Dense`, `Conv2D`, …; a normalisation has none) lie on the longest way from an
   * input to its output, itself among them.
   */
  readonly depth: number;
  /** Whether its output is an output of the model. */
  readonly head: boolean;
  /**
   * Of its kernel, in the convention of PyTorch's _calculate_fan_in_and_fan_out; null for a layer without one, and for one of which it does
   * not tell what an output is a sum of (recurrent, separable, embedding).
   */
  readonly fans: { readonly fanIn: number; readonly fanOut: number } | null;
}

/** A layer that a trace has no entry for, and why. */
export interface UntracedLayer {
  readonly name: string;
  readonly kind: string;
  readonly why: string;
}

/**
 * What one realisation of a model showed: one entry of every array for each of `layers`, in the order in which they run. Signals end at the first
 * layer that is not finite, as all traces do; `layers`, and the arrays named here, do not.
 */
export interface ModelTrace extends Trace {
  readonly layers: readonly TracedLayer[];
  readonly untraced: readonly UntracedLayer[];
  /** The share of units whose output is one and the same number for every example; of a ReLU: dead. NaN for a batch of one. */
  readonly dead: Float64Array;
  /** The share of outputs of a bounded activation (tanh, sigmoid, …) where its slope is below 1% of its largest; NaN for another. */
  readonly saturated: Float64Array;
  /** The std of each kernel, mean subtracted; NaN where there are no fans. */
  readonly kernelStd: Float64Array;
}
