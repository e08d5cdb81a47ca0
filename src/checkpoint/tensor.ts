/** Numbers from a file, row by row, with their shape. */
export interface FileTensor {
  readonly data: Float32Array | Float64Array;
  readonly shape: readonly number[];
}
