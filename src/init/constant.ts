import { ParameterError } from '../parameter.ts';
import { overflows } from './float32.ts';
import { type Initializer, inName } from './initializer.ts';
import { constantLaw } from './law.ts';

/**
 * Every weight `val`, rounded to float32, as `torch.nn.init.constant_`. NaN and infinities are values too.
 *
 * @throws ParameterError for a `val` that is no number, or finite and too large for float32.
 */
export function constant({ val }: { val: number }): Initializer {
  if (typeof val !== 'number' || overflows(val)) throw new ParameterError('val', 'a number that fits into float32', val);
  return always(`constant(${inName(val)})`, val);
}

/** The same value everywhere, and nothing drawn. */
export function always(name: string, val: number): Initializer {
  return { name, law: () => constantLaw(Math.fround(val)), draw: (_shape, _source, out) => out.fill(val) };
}
