import { ParameterError } from '../parameter.ts';

/** The largest float32. */
const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/** Whether a number is finite and no float32 is: PyTorch refuses it before it rounds, so that nothing becomes infinite unseen. */
export const overflows = (value: number): boolean => Number.isFinite(value) && Math.abs(value) > LARGEST;

/** Passes `value` on if it is finite and within ±3.4028e38. */
export function float32(parameter: string, value: number): number {
  if (!(Math.abs(value) <= LARGEST)) throw new ParameterError(parameter, 'a finite number that fits into float32', value);
  return value;
}

/** Passes the bounds of a uniform law on if they are in order, and they and their distance fit into float32: what `uniform_` asks. */
export function range(names: readonly [string, string], low: number, high: number): void {
  float32(names[0], low);
  float32(names[1], high);
  if (low > high) throw new ParameterError(names[0], `at most ${names[1]}`, [low, high]);
  if (overflows(high - low)) throw new ParameterError(`${names[1]} − ${names[0]}`, 'a number that fits into float32', high - low);
}

/** Passes a standard deviation on unless it is negative or NaN: what `normal_` asks. An infinite one makes infinite weights. */
export function spread(parameter: string, value: number): number {
  if (!(value >= 0)) throw new ParameterError(parameter, 'a number ≥ 0', value);
  return value;
}
