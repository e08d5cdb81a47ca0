import { DTYPES } from './entry.ts';
import { fromHalf } from './half.ts';

/** The types whose numbers are looked at. */
export type FloatDtype = 'F64' | 'F32' | 'F16' | 'BF16';

export const isFloat = (dtype: string): dtype is FloatDtype => ['F64', 'F32', 'F16', 'BF16'].includes(dtype);

let halves: Float32Array | undefined;

/** Typed arrays have the machine's own byte order: IBM's z has the other. */
const LITTLE: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The numbers in bytes, all of which are whole numbers of `dtype`: each exact. It may be a view of the bytes themselves. */
export function numbersIn(bytes: Uint8Array, dtype: FloatDtype, bigEndian = false): Float32Array | Float64Array {
  const size = DTYPES[dtype];
  const swap = bigEndian === LITTLE;
  // A Buffer's own slice would be a view.
  const aligned = bytes.byteOffset % size === 0 && !swap ? bytes : new Uint8Array(bytes);
  if (swap) reverseEach(aligned, size);
  const { buffer, byteOffset } = aligned;
  const count = bytes.length / size;
  if (dtype === 'F64') return new Float64Array(buffer, byteOffset, count);
  if (dtype === 'F32') return new Float32Array(buffer, byteOffset, count);
  const words = new Uint16Array(buffer, byteOffset, count);
  const numbers = new Float32Array(count);
  if (dtype === 'BF16') {
    // A bfloat16 is the upper half of a float32.
    const upper = new Uint32Array(numbers.buffer);
    for (let i = 0; i < count; i++) upper[i] = words[i] << 16;
  } else {
    halves ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => fromHalf(bits));
    for (let i = 0; i < count; i++) numbers[i] = halves[words[i]];
  }
  return numbers;
}

function reverseEach(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
