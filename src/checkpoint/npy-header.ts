import { CheckpointError } from './checkpoint-error.ts';

/** Longer headers than this hold more than a type and a shape. */
const HEADER = 2 ** 16;

/** Axes of an array of NumPy's, at most. */
const AXES = 64;

/** What stands in front of an array's numbers. */
export interface NpyHeader {
  /** NumPy's name of the type, with the byte order in front: `<f4`. */
  readonly descr: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** First byte of the numbers. */
  readonly start: number;
}

/** Bytes of a file's beginning by which it is known where its header ends. */
export const NPY_PREFIX = 12;

/**
 * Where the header of an `.npy` file ends, by the file's first bytes.
 *
 * @throws CheckpointError for what is no such file.
 */
export function npyStart(bytes: Uint8Array): number {
  const magic = bytes.length >= NPY_PREFIX && bytes[0] === 0x93 && latin1(bytes.subarray(1, 6)) === 'NUMPY';
  if (!magic) throw new CheckpointError('is no .npy file: it does not begin with \\x93NUMPY and a version');
  const version = bytes[6];
  if (version < 1 || version > 3) throw new CheckpointError(`is of .npy version ${version}; versions 1 to 3 are read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > HEADER) throw new CheckpointError(`its header of ${length} bytes, at byte ${start}, is too long`);
  return start + length;
}

/**
 * The header of an `.npy` file, versions 1 to 3, by its bytes up to where it ends at least.
 *
 * @throws CheckpointError for what is no such file, and where the header ends early or names no type, order and shape.
 */
export function npyHeader(bytes: Uint8Array): NpyHeader {
  const start = npyStart(bytes);
  if (start > bytes.length) throw new CheckpointError(`ends at byte ${bytes.length}, within its header, which ends at ${start}`);
  const version = bytes[6];
  const text = bytes.subarray(version === 1 ? 10 : 12, start);
  return { ...headerOf(version === 3 ? new TextDecoder('utf-8').decode(text) : latin1(text)), start };
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

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
