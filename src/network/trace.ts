/** Statistics of a signal, a batch of B rows × n units, accumulated in float64 over float32 activations. */
export interface Signal {
  /** Mean over the whole batch. */
  mean: number;
  /** Standard deviation over the whole batch, mean subtracted, Bessel-corrected: PyTorch's `x.std()`. */
  std: number;
  /** q, the mean square over the whole batch. */
  secondMoment: number;
  /** The mean square of row 0 alone: one input vector's own q. */
  rowSecondMoment: number;
}

/**
 * What one realisation showed: one entry a layer, after the activation, up to the first layer whose std is not finite
 * (that layer's entry is the last one: the notebook stops there too).
 */
export interface Trace {
  readonly input: Signal;
  readonly mean: Float64Array;
  readonly std: Float64Array;
  readonly secondMoment: Float64Array;
  readonly rowSecondMoment: Float64Array;
  /** Index of the first layer whose std is not finite; null if there is none. */
  readonly firstNonFinite: number | null;
}
