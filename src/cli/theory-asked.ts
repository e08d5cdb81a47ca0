/** The networks that are asked about: Gaussian weights of variance σ_w²/width, biases of variance σ_b². */
export interface Asked {
  readonly sigmaW: number;
  readonly sigmaB: number;
  readonly width: number;
  readonly depth: number;
  /** The factor around the median that 98% of networks are to keep. */
  readonly spread: number;
}
