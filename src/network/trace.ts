/**
 * Statistics of a signal, a batch of B rows × n units, accumulated in float64 over float32 numbers: of one signal, or of
 * every layer, with one entry each.
 */
interface Statistics<One, Many> {
  /** Mean over the whole batch. */
  readonly mean: One;
  /** Standard deviation over the whole batch, mean subtracted, Bessel-corrected: PyTorch's `x.std()`. */
  readonly std: One;
  /** q, the mean square over the whole batch. */
  readonly secondMoment: One;
  /** The mean square of each row: every input vector's own q. */
  readonly rowSecondMoments: Many;
  /** ⟨x_a, x_b⟩/n, averaged over the pairs of rows; NaN for a batch of one. */
  readonly covariance: One;
  /** The cosine of x_a and x_b, averaged over the pairs of rows; NaN for a batch of one, and where a row is 0. */
  readonly cosine: One;
}

export type Signal = Statistics<number, Float64Array>;

/** One entry a layer. */
export type Signals = Statistics<Float64Array, readonly Float64Array[]>;

/**
 * What a realisation shows beside its activations, which are always there: the pre-activations z, the slopes φ′(z), the gradients
 * of Σ ⟨g, h_L⟩ for random g, and the singular values of the Jacobian from input to output.
 */
export type Probe = 'preActivation' | 'derivative' | 'gradient' | 'jacobian';

/**
 * What one realisation showed: one entry a layer, after the activation, up to the first layer whose std is not finite
 * (that layer's entry is the last one: the notebook stops there too). The rest is there where it was asked for.
 */
export interface Trace extends Signals {
  readonly input: Signal;
  /** Index of the first layer whose std is not finite; null if there is none. */
  readonly firstNonFinite: number | null;
  /** z = W x + b. */
  readonly preActivation?: Signals;
  /** φ′(z). */
  readonly derivative?: Signals;
  /** ∂/∂h_l of Σ ⟨g, h_L⟩ over the batch, g of N(0, 1) numbers; no layers where the realisation stopped. */
  readonly gradient?: Signals & { readonly input: Signal };
  /** The singular values of ∂h_L/∂x at row 0 of the input, the largest first; none where the realisation stopped. */
  readonly singularValues?: Float64Array;
}
