import { ParameterError } from '../parameter.ts';

/** `0.5..2.5:9`, nine values from end to end. */
const RANGE = /^(.+)\.\.(.+):(\d+)$/;

/** More values than this are no axis to look at. */
const MOST = 10_000;

/**
 * The values of an axis of numbers: a number, a list of them, or text as a flag has it, `1,2,4` or `0.5..2.5:9`.
 *
 * @param rule passes a value on, or refuses it.
 * @throws ParameterError for what is no number, an empty axis, and a value that comes twice.
 */
export function numbers(name: string, given: unknown, rule: (name: string, value: number) => number): number[] {
  const values = list(name, given).flatMap((one) => {
    if (typeof one === 'number') return [one];
    if (typeof one === 'string' && typeof given === 'string') return written(name, one);
    throw new ParameterError(name, 'a number, a list of numbers, or text such as 0.5..2.5:9', one);
  });
  return once(
    name,
    values.map((value) => rule(name, value)),
  );
}

/** The values of an axis of names: one, a list of them, or text as a flag has it, `tanh,relu`. */
export function names(name: string, given: unknown): string[] {
  return once(
    name,
    list(name, given).map((one) => {
      if (typeof one === 'string' && one.trim() !== '') return one.trim();
      throw new ParameterError(name, 'a name or a list of names', one);
    }),
  );
}

function list(name: string, given: unknown): unknown[] {
  const all = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? (given as unknown[]) : [given];
  if (all.length === 0) throw new ParameterError(name, 'one value or more', given);
  return all;
}

/** A number, or a range; the steps of a range are rounded to what a reader would write. */
function written(name: string, text: string): number[] {
  const [, lo, hi, count] = RANGE.exec(text) ?? [];
  if (lo === undefined) return [number(name, text)];
  const [from, to, steps] = [number(name, lo), number(name, hi), Number(count)];
  if (!(from < to) || steps < 2 || steps > MOST)
    throw new ParameterError(name, `a range that rises, in 2 to ${MOST} values, such as 0.5..2.5:9`, text);
  return Array.from({ length: steps }, (_, i) => Number((from + (i / (steps - 1)) * (to - from)).toPrecision(12)));
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new ParameterError(name, 'numbers, or a range such as 0.5..2.5:9', text);
  return value;
}

function once<T extends string | number>(name: string, values: T[]): T[] {
  const twice = values.find((value, i) => values.indexOf(value) < i);
  if (twice !== undefined) throw new ParameterError(name, 'an axis on which each value comes once', twice);
  return values;
}
