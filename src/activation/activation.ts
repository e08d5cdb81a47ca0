/** An activation φ, applied entry by entry, and what is known of it. */
export interface Activation {
  /** PyTorch's functional name for it (`torch.nn.functional`, `torch.erf`, `torch.sin`). */
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
  /** −φ(−∞) (ELU only). */
  readonly alpha?: number;
  /** Its expectations over Gaussian pre-activations, where they have a closed form. */
  readonly closed?: ClosedForms;
}

/** Expectations over (u₁, u₂), two normal numbers of mean 0, variance q and correlation c; with c = 1 they are one number. */
export interface ClosedForms {
  /** E[φ(u)]. */
  readonly mean: (q: number) => number;
  /** E[φ(u₁)φ(u₂)]. */
  readonly product: (q: number, c: number) => number;
  /** E[φ′(u₁)φ′(u₂)]. */
  readonly derivativeProduct: (q: number, c: number) => number;
}

export type ActivationName =
  | 'linear'
  | 'relu'
  | 'leaky_relu'
  | 'tanh'
  | 'sigmoid'
  | 'erf'
  | 'sin'
  | 'elu'
  | 'selu'
  | 'gelu'
  | 'gelu_tanh'
  | 'silu'
  | 'softplus'
  | 'hardtanh';
