import { columns } from './signal.ts';
import type { Signal, Trace } from './trace.ts';

/** Collects one realisation's signals until its std is no longer finite. */
export class Recorder {
  readonly #input: Signal;
  readonly #depth: number;
  readonly #activations: Signal[] = [];
  readonly #preActivations: Signal[] = [];
  readonly #derivatives: Signal[] = [];
  #backward: Pick<Trace, 'gradient' | 'singularValues'> = {};

  constructor(input: Signal, depth: number) {
    this.#input = input;
    this.#depth = depth;
  }

  get stopped(): boolean {
    const last = this.#activations.at(-1);
    return last !== undefined && !Number.isFinite(last.std);
  }

  get running(): boolean {
    return this.#activations.length < this.#depth && !this.stopped;
  }

  activation(signal: Signal): void {
    this.#activations.push(signal);
  }

  preActivation(signal: Signal): void {
    this.#preActivations.push(signal);
  }

  derivative(signal: Signal): void {
    this.#derivatives.push(signal);
  }

  /** The gradients of the input and of every layer. */
  gradient([input, ...layers]: readonly Signal[]): void {
    this.#backward = { ...this.#backward, gradient: { input, ...columns(layers) } };
  }

  singularValues(singularValues: Float64Array): void {
    this.#backward = { ...this.#backward, singularValues };
  }

  trace(): Trace {
    return {
      input: this.#input,
      ...columns(this.#activations),
      firstNonFinite: this.stopped ? this.#activations.length - 1 : null,
      ...(this.#preActivations.length > 0 && { preActivation: columns(this.#preActivations) }),
      ...(this.#derivatives.length > 0 && { derivative: columns(this.#derivatives) }),
      ...this.#backward,
    };
  }
}
