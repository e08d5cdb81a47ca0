import { ParameterError } from '../parameter.ts';

/** A finite number, as it stands on the command line. */
export function numberOf(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new ParameterError(flag, 'a finite number', text);
  return value;
}
