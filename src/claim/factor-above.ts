import { ParameterError } from '../parameter.ts';

/** Passes `value` on if it is a finite number > 1. */
export function factorAbove(parameter: string, value: number): number {
  if (!(value > 1 && value < Infinity)) throw new ParameterError(parameter, 'a finite factor > 1', value);
  return value;
}
