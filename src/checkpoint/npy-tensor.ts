import { numbersOf } from './byte-stream.ts';
import type { CheckpointTensor } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { type Dtype, DTYPES } from './entry.ts';
import { isFloat } from './numbers.ts';
import { npyHeader, type NpyHeader } from './npy-header.ts';
import { bytesFor, isShape } from './shape.ts';
import { shown } from './shown.ts';
import { objectionTo, refused } from './tensor-at.ts';

const TYPES: Readonly<Record<string, Dtype>> = {
  f2: 'F16',
  f4: 'F32',
  f8: 'F64',
  i1: 'I8',
  i2: 'I16',
  i4: 'I32',
  i8: 'I64',
  u1: 'U8',
  u2: 'U16',
  u4: 'U32',
  u8: 'U64',
  b1: 'BOOL',
  c8: 'C64',
};

/**
 * An array of NumPy's as a tensor, whose numbers are read when they are asked for.
 *
 * @param head its first bytes, the header among them.
 * @param size of it all, in bytes.
 * @param from its bytes from one on.
 * @throws CheckpointError for a header that names no type of numbers or no shape, and where the size is another than those take.
 */
export function npyTensor(
  name: string,
  head: Uint8Array,
  size: number,
  from: (start: number) => AsyncIterable<Uint8Array>,
): CheckpointTensor {
  const { descr, fortran, shape, start } = npyHeader(head);
  const dtype = dtypeOf(descr);
  if (!isShape(shape)) throw new CheckpointError(`has the shape ${shown(shape)}`);
  const bytes = bytesFor(dtype, shape);
  if (bytes !== size - start)
    throw new CheckpointError(`has ${size - start} bytes of numbers, and shape (${shape.join(', ')}) of ${descr} takes ${bytes}`);
  return {
    name,
    dtype,
    shape,
    order: fortran ? 'column-major' : 'row-major',
    objection: objectionTo(dtype),
    bytes,
    numbers: () => (isFloat(dtype) ? numbersOf(from(start), dtype, descr.startsWith('>')) : refused(dtype)),
  };
}

function dtypeOf(descr: NpyHeader['descr']): Dtype {
  const kind = descr.slice(1);
  if (!/^[<>|=]/.test(descr) || !Object.hasOwn(TYPES, kind))
    throw new CheckpointError(`its numbers are of type ${shown(descr)}; read are ${Object.keys(TYPES).join(', ')}`);
  // A byte order that is not said is the machine's: NumPy writes one for all numbers of more than a byte.
  if (DTYPES[TYPES[kind]] > 1 && !/^[<>]/.test(descr)) throw new CheckpointError(`its type ${shown(descr)} says no byte order`);
  return TYPES[kind];
}
