/** How numbers are stored, by the names that safetensors has for them, and in how many bytes each. */
export const DTYPES = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U64: 8,
  U32: 4,
  U16: 2,
  U8: 1,
  BOOL: 1,
  C64: 8,
  F8_E5M2: 1,
  F8_E4M3: 1,
  F8_E8M0: 1,
  F8_E4M3FNUZ: 1,
  F8_E5M2FNUZ: 1,
} as const;

export type Dtype = keyof typeof DTYPES;

/** One tensor of a checkpoint: what it is, and where its numbers lie in its file. */
export interface TensorEntry {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** First byte of its numbers, and the first one behind them, from the beginning of the file. */
  readonly start: number;
  readonly end: number;
}

/** Bytes of a file from `start` on, `length` of them: what is not there is left out. */
export type ReadAt = (start: number, length: number) => Promise<Uint8Array>;
