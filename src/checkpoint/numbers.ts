import { DTYPES } from './entry.ts';
import { fromHalf } from './half.ts';

/** Reads one number, little-endian. */
const READ: Readonly<Record<'F64' | 'F32' | 'F16' | 'BF16', (view: DataView, at: number) => number>> = {
  F64: (view, at) => view.getFloat64(at, true),
  F32: (view, at) => view.getFloat32(at, true),
  F16: (view, at) => fromHalf(view.getUint16(at, true)),
  BF16: (view, at) => brain(view.getUint16(at, true)),
};

const scratch = new DataView(new ArrayBuffer(4));

/** A bfloat16 is the upper half of a float32. */
function brain(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}

/** The numbers in little-endian bytes, all of which are whole numbers of `dtype`: exact in float64. */
export function numbersIn(bytes: Uint8Array, dtype: 'F64' | 'F32' | 'F16' | 'BF16'): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = DTYPES[dtype];
  const read = READ[dtype];
  return Float64Array.from({ length: bytes.length / size }, (_, i) => read(view, i * size));
}
