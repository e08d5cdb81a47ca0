import type { Dtype } from './entry.ts';

/** A file to read from, wherever it is. */
export interface OpenFile {
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start` on, `length` of them; what lies behind the file's end is left out. */
  read(start: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens files by their path: only a face reaches for the file system. */
export interface Files {
  /** @throws Error where there is no such file, or none that can be read. */
  open(path: string): Promise<OpenFile>;
}

/** How a weight's axes are laid out: PyTorch's (out, in, k…), or TensorFlow's (k…, in, out). */
export type Layout = 'torch' | 'tf';

/** One tensor of a checkpoint, whose numbers are read when they are asked for. */
export interface CheckpointTensor {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** How its numbers lie: NumPy also writes column by column, the first index the fastest. */
  readonly order: 'row-major' | 'column-major';
  /** Why its numbers cannot be looked at (integers, quantised); null where they can. */
  readonly objection: string | null;
  /** In bytes, as it lies in its file. */
  readonly bytes: number;
  /**
   * Its numbers in the order in which they lie, piece by piece, each exact in float64; again from the beginning at every call. A piece is valid
   * until the next one is asked for.
   *
   * @throws CheckpointError where the file ends early or its numbers cannot be unpacked.
   */
  numbers(): AsyncIterable<Float32Array | Float64Array>;
}

/** What a framework wrote: its tensors, none of which has been read. */
export interface Checkpoint {
  readonly kind: 'safetensors' | 'npz' | 'npy' | 'tfjs';
  /** The one that is usual in this kind of file. */
  readonly layout: Layout;
  /** In the file's order; by name, with numbers as numbers, where the format keeps none (safetensors). */
  readonly tensors: readonly CheckpointTensor[];
  close(): Promise<void>;
}
