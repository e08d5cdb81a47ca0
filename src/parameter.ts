/**
 * The one way this project refuses an argument: an error that names the parameter, the rule and the value.
 * It lies under the ground floor, so that every room can refuse in the same words.
 */
export class ParameterError extends RangeError {
  override name = 'ParameterError';

  constructor(parameter: string, rule: string, value: unknown) {
    super(`${parameter} must be ${rule}; got ${shown(value)}`);
  }
}

/** Passes `value` on if it is a whole number ≥ 1. */
export function positiveInteger(parameter: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 1) throw new ParameterError(parameter, 'a positive integer', value);
  return value;
}

/** Passes `value` on if it is a whole number ≥ 0. */
export function nonNegativeInteger(parameter: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new ParameterError(parameter, 'an integer ≥ 0', value);
  return value;
}

/** Passes `value` on if it is a finite number. */
export function finite(parameter: string, value: number): number {
  if (!Number.isFinite(value)) throw new ParameterError(parameter, 'a finite number', value);
  return value;
}

/** Passes `value` on if it is a finite number ≥ 0. */
export function nonNegative(parameter: string, value: number): number {
  if (!Number.isFinite(value) || value < 0) throw new ParameterError(parameter, 'a finite number ≥ 0', value);
  return value;
}

/** Passes `value` on if it is a finite number > 0. */
export function positive(parameter: string, value: number): number {
  if (!Number.isFinite(value) || value <= 0) throw new ParameterError(parameter, 'a finite number > 0', value);
  return value;
}

/** Passes `value` on if it lies strictly between 0 and 1. */
export function probability(parameter: string, value: number): number {
  if (!(value > 0 && value < 1)) throw new ParameterError(parameter, 'a number in (0, 1)', value);
  return value;
}

/** Passes `value` on if it is one of `allowed`. */
export function oneOf<const T extends string>(parameter: string, value: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(value)) throw new ParameterError(parameter, `one of ${allowed.join(', ')}`, value);
  return value as T;
}

/** A value as an error shows it: a text in quotes, a number that JSON has no word for by its name, an object of a class by that. */
export function shown(value: unknown): string {
  if (typeof value === 'number' || value === undefined || typeof value === 'symbol') return String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value !== 'object' || value === null || isPlain(value)) return JSON.stringify(value);
  return `[object ${value.constructor.name}]`;
}

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
