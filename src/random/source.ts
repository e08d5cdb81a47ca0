/** Where an initializer's numbers come from: our own streams, or PyTorch's generator. */
export interface Source {
  /** The next 32 random bits, as an integer in [0, 2³²). */
  word(): number;
  /** Fills `out` with uniform numbers between `low` and `high`; returns `out`. */
  uniforms(out: Float32Array, low?: number, high?: number): Float32Array;
  /** Fills `out` with normal numbers of this mean and standard deviation; returns `out`. */
  normals(out: Float32Array, mean?: number, std?: number): Float32Array;
  /** Fills `out` with normal numbers that lie between two bounds, by rejection; returns `out`. */
  truncatedNormals(out: Float32Array, truncated: Truncated): Float32Array;
  /** 0 … n − 1 in random order. */
  permutation(n: number): Uint32Array;
}

/** N(mean, std²) between two bounds. */
export interface Truncated {
  readonly mean: number;
  readonly std: number;
  readonly low: number;
  readonly high: number;
  /** Φ((high − mean)/std) − Φ((low − mean)/std): the share of the normal that is left, which decides how to draw it. */
  readonly mass: number;
}

/** Below this mass, proposals are uniform between the bounds instead of normal. */
export const UNIFORM_BELOW = 0.3;
