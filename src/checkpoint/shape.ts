import { type Dtype, DTYPES } from './entry.ts';

/** Bytes that a tensor of this type and shape takes; beyond 2⁵³ no count is exact, and no file so large. */
export const bytesFor = (dtype: Dtype, shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, DTYPES[dtype]);

export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && !Object.is(value, -0);

/** Axes of a tensor, at most: as NumPy. */
const AXES = 64;

export const isShape = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length <= AXES && value.every(isCount);
