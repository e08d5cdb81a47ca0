import type { OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { DTYPES } from './entry.ts';
import { type FloatDtype, numbersIn } from './numbers.ts';

/** Bytes to a piece: 1 MB. */
const PIECE = 2 ** 20;

/** A part of a file. */
export interface FilePart {
  readonly file: OpenFile;
  readonly start: number;
  readonly end: number;
}

/** The bytes of parts of files, one after the other, piece by piece; the next piece is read while one is worked on. */
export async function* bytesOf(parts: readonly FilePart[]): AsyncGenerator<Uint8Array> {
  for (const { file, start, end } of parts) {
    const pieceAt = (at: number) => {
      const piece = at < end ? file.read(at, Math.min(PIECE, end - at)) : Promise.resolve(new Uint8Array(0));
      // Who stops early does not wait for the next one, whatever comes of it.
      piece.catch(() => undefined);
      return piece;
    };
    let next = pieceAt(start);
    for (let at = start; at < end;) {
      const piece = await next;
      if (piece.length === 0) throw new CheckpointError(`ends at byte ${at}, and its last tensor would end at ${end}`);
      at += piece.length;
      next = pieceAt(at);
      yield piece;
    }
  }
}

/** The numbers in a stream of bytes, whose pieces may end within one. */
export async function* numbersOf(
  source: AsyncIterable<Uint8Array>,
  dtype: FloatDtype,
  bigEndian = false,
): AsyncGenerator<Float32Array | Float64Array> {
  const size = DTYPES[dtype];
  let rest = new Uint8Array(0);
  for await (const piece of source) {
    const bytes = rest.length === 0 ? piece : joined(rest, piece);
    const whole = bytes.length - (bytes.length % size);
    rest = new Uint8Array(bytes.subarray(whole));
    if (whole > 0) yield numbersIn(bytes.subarray(0, whole), dtype, bigEndian);
  }
}

export function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
