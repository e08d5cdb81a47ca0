/** An activation φ, applied entry by entry, and what is known of it. */
export interface Activation {
  /** PyTorch's name for it, which is also what `calculateGain` takes. */
  readonly name: ActivationName;
  /** φ(x). */
  readonly phi: (x: number) => number;
  /** φ′(x); at a kink the value that PyTorch's autograd takes. */
  readonly derivative: (x: number) => number;
  /** Where φ′ jumps. */
  readonly kinks: readonly number[];
  /** Whether φ(cx) = cφ(x) for every c > 0: such an activation knows no scale. */
  readonly homogeneous: boolean;
  /** The largest |φ| there is. */
  readonly bound: number;
  /** Slope left of 0 (leaky ReLU only). */
  readonly slope?: number;
}

export type ActivationName = 'linear' | 'tanh' | 'relu' | 'leaky_relu';
