import type * as TensorFlow from '@tensorflow/tfjs';

type MaybePromise<T> = T | Promise<T>;

/**
 * Makes a TensorFlow.js model with weights that it draws anew: called once a realisation.
 *
 * @param tf TensorFlow.js on the backend that computes: a model made with another copy of it is refused.
 */
export type ModelBuilder = (tf: typeof TensorFlow) => MaybePromise<TensorFlow.LayersModel>;

/** A TensorFlow.js model as a population: fresh weights for each realisation. */
export interface ModelSource {
  /** `builder of models/mine.ts`, `model.json: Sequential of 12 layers`. */
  readonly name: string;
  readonly build: ModelBuilder;
}

/** One tensor of a user's own batch: row-major numbers, and a shape whose first axis counts the examples. */
export interface Batch {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/**
 * What goes into a model: N(0, 1) numbers for `batch` examples (drawn anew for each realisation; uniform indices where an input
 * feeds an embedding), or a user's own batch, one tensor an input.
 */
export type ModelInput = { readonly batch: number } | { readonly values: readonly Batch[] };

/** A model, and what goes into it: what a claim, a matcher or a check is about. */
export interface ModelSubject {
  readonly model: ModelSource;
  /** Sixteen examples of N(0, 1) numbers, where it is left out. */
  readonly input?: ModelInput;
}
