import { CheckpointError } from './checkpoint-error.ts';
import { fromHalf } from './half.ts';
import type { FileTensor } from './tensor.ts';

/** Longer headers than this hold more than a type and a shape. */
const HEADER = 2 ** 16;

/** Axes of an array of NumPy's, at most. */
const AXES = 64;

/** How NumPy names a type of numbers: its size in bytes, and how one is read. */
const TYPES: Readonly<Record<string, { size: number; read: (view: DataView, at: number, little: boolean) => number }>> = {
  f2: { size: 2, read: (view, at, little) => fromHalf(view.getUint16(at, little)) },
  f4: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { size: 8, read: (view, at, little) => view.getFloat64(at, little) },
  i1: { size: 1, read: (view, at) => view.getInt8(at) },
  i2: { size: 2, read: (view, at, little) => view.getInt16(at, little) },
  i4: { size: 4, read: (view, at, little) => view.getInt32(at, little) },
  i8: { size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  u1: { size: 1, read: (view, at) => view.getUint8(at) },
  u2: { size: 2, read: (view, at, little) => view.getUint16(at, little) },
  u4: { size: 4, read: (view, at, little) => view.getUint32(at, little) },
  u8: { size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  b1: { size: 1, read: (view, at) => Number(view.getUint8(at) !== 0) },
};

/**
 * An array as NumPy's `save` writes it (format versions 1 to 3), in row-major order whatever order it was written in; 64-bit numbers in
 * float64, all others in float32, which holds them but for 32-bit integers beyond 2²⁴.
 *
 * @throws CheckpointError for what is no such file, for types that are no numbers, and where the size is another than the shape says.
 */
export function readNpy(bytes: Uint8Array): FileTensor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length >= 12 && bytes[0] === 0x93 && new TextDecoder('latin1').decode(bytes.subarray(1, 6)) === 'NUMPY';
  if (!magic) throw new CheckpointError('is no .npy file: it does not begin with \\x93NUMPY and a version');
  const version = bytes[6];
  if (version < 1 || version > 3) throw new CheckpointError(`is of .npy version ${version}; versions 1 to 3 are read`);
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > HEADER || start + length > bytes.length)
    throw new CheckpointError(`its header of ${length} bytes, at byte ${start}, is too long`);
  const header = new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(start, start + length));
  const { descr, fortran, shape } = headerOf(header);
  const kind = descr.slice(1);
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind] : undefined;
  if (!type || !/^[<>|=]/.test(descr))
    throw new CheckpointError(`its numbers are of type ${descr}; read are ${Object.keys(TYPES).join(', ')}`);
  const count = shape.reduce((product, size) => product * size, 1);
  const there = bytes.length - start - length;
  if (![count, ...shape].every(Number.isSafeInteger) || count * type.size !== there) {
    throw new CheckpointError(
      `has ${there} bytes of numbers, and shape (${shape.join(', ')}) of ${descr} takes ${count * type.size}`,
    );
  }
  const data = type.size === 8 ? new Float64Array(count) : new Float32Array(count);
  const order = fortran ? rowMajor(shape) : undefined;
  for (let i = 0; i < count; i++)
    data[i] = type.read(view, start + length + (order ? order(i) : i) * type.size, !descr.startsWith('>'));
  return { data, shape };
}

/** One entry of the header, and the comma or brace behind it. */
const ENTRY = /\s*'(descr|fortran_order|shape)'\s*:\s*(?:'([ -&(-~]{0,40})'|(True|False)|\(([\d,\s]*)\))\s*(?:,|(?=\}))/y;

/** The header is a Python dictionary of three keys, each once; nothing else is read of Python. */
function headerOf(text: string): { descr: string; fortran: boolean; shape: number[] } {
  const [, inside] = /^\s*\{([^]*\})\s*$/.exec(text) ?? [undefined, ''];
  const found = new Map<string, readonly (string | undefined)[]>();
  ENTRY.lastIndex = 0;
  let [end, entries] = [0, 0];
  for (let entry = ENTRY.exec(inside); entry; entry = ENTRY.exec(inside)) {
    const [, key, ...values] = entry;
    found.set(key, values);
    entries++;
    end = ENTRY.lastIndex;
  }
  const descr = found.get('descr')?.[0];
  const fortran = found.get('fortran_order')?.[1];
  const shape = found.get('shape')?.[2];
  if (descr === undefined || fortran === undefined || shape === undefined || entries !== 3 || inside.slice(end).trim() !== '}')
    throw new CheckpointError("its header names no 'descr' of plain numbers, 'fortran_order' and 'shape', each once");
  const sizes = shape.split(',').map((size) => size.trim());
  if (sizes.at(-1) === '') sizes.pop();
  if (sizes.length > AXES) throw new CheckpointError(`has more than ${AXES} axes`);
  if (!sizes.every((size) => /^\d+$/.test(size)))
    throw new CheckpointError(`its shape is (${shape.replace(/\s+/g, ' ').slice(0, 80)})`);
  return { descr, fortran: fortran === 'True', shape: sizes.map(Number) };
}

/** Where the entry that is `i`-th row by row lies column by column. */
function rowMajor(shape: readonly number[]): (i: number) => number {
  return (i) => {
    let [rest, at] = [i, 0];
    let stride = shape.reduce((product, size) => product * size, 1);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      stride /= shape[axis];
      at += (rest % shape[axis]) * stride;
      rest = Math.floor(rest / shape[axis]);
    }
    return at;
  };
}
