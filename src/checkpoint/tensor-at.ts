import { bytesOf, type FilePart, numbersOf } from './byte-stream.ts';
import type { CheckpointTensor } from './checkpoint.ts';
import type { Dtype } from './entry.ts';
import { isFloat } from './numbers.ts';

/** A tensor whose numbers lie in parts of files as they are, row by row. */
export function tensorAt(
  name: string,
  dtype: Dtype,
  shape: readonly number[],
  parts: readonly FilePart[],
  objection: string | null = null,
): CheckpointTensor {
  const bytes = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    name,
    dtype,
    shape,
    order: 'row-major',
    objection: objection ?? objectionTo(dtype),
    bytes,
    numbers: () => (isFloat(dtype) ? numbersOf(bytesOf(parts), dtype) : refused(dtype)),
  };
}

/** Why numbers of a type are not looked at. */
export const objectionTo = (dtype: Dtype): string | null =>
  isFloat(dtype) ? null : `${dtype}: only F64, F32, F16 and BF16 are looked at`;

/** What asks for numbers that are objected to has not looked. */
export function refused(dtype: Dtype): never {
  throw new TypeError(`numbers of type ${dtype} are not looked at`);
}
