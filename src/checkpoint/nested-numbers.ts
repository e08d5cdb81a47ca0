import { CheckpointError } from './checkpoint-error.ts';
import type { FileTensor } from './tensor.ts';

/** Axes of an array, at most. */
const AXES = 16;

/**
 * An array from JSON: numbers in nested lists.
 *
 * @throws CheckpointError for what is no JSON, for lists of different lengths beside one another, and for what is no finite number; it says where.
 */
export function nestedNumbers(json: string): FileTensor {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    throw new CheckpointError('is no JSON');
  }
  const shape: number[] = [];
  for (let inner = value; Array.isArray(inner); inner = inner[0]) {
    shape.push(inner.length);
    if (shape.length > AXES) throw new CheckpointError(`has more than ${AXES} axes`);
    if (inner.length === 0) throw new CheckpointError(`has an empty list, at axis ${shape.length}`);
  }
  if (shape.length === 0) throw new CheckpointError('is no list of numbers');
  const data: number[] = [];
  collect(value, shape, 0, '', data);
  return { data: Float64Array.from(data), shape };
}

function collect(value: unknown, shape: readonly number[], axis: number, path: string, data: number[]): void {
  if (axis === shape.length) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new CheckpointError(`${path} must be a finite number`);
    data.push(value);
    return;
  }
  if (!Array.isArray(value) || value.length !== shape[axis]) {
    throw new CheckpointError(`${path || 'the whole'} must be a list of ${shape[axis]}, as the first at its axis is`);
  }
  value.forEach((inner, i) => collect(inner, shape, axis + 1, `${path}[${i}]`, data));
}
