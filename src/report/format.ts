import { type EvidenceRecord, fromJson, type JsonNumber } from '../claim/index.ts';

/** A number to five digits, as print has it: `0.65117`, `2.0828 × 10³⁷`, `−∞`. */
export function number(value: JsonNumber, digits = 5): string {
  const exact = fromJson(value);
  if (Number.isNaN(exact)) return 'NaN';
  if (!Number.isFinite(exact)) return exact > 0 ? '∞' : '−∞';
  const rounded = Number(exact.toPrecision(digits));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-4 && size < 1e5) ? String(rounded).replace('-', '−') : scientific(exact, digits);
}

/** A probability: three digits are plenty. */
export function probability(value: number): string {
  return number(value, 3);
}

/** A count, in groups of three digits. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 claim`, `2 claims`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

export function interval({ lo, hi }: { lo: JsonNumber; hi: JsonNumber }, digits = 5): string {
  return `[${number(lo, digits)}, ${number(hi, digits)}]`;
}

/** A band: an open end belongs to nothing and has a round bracket; one with equal ends is a value. */
export function band({ lo, hi }: EvidenceRecord['band']): string {
  if (lo !== null && lo === hi) return `= ${number(lo)}`;
  return `${lo === null ? '(−∞' : `[${number(lo)}`}, ${hi === null ? '∞)' : `${number(hi)}]`}`;
}

/** What a statement is of. Its words may end in a comma, for a sentence to go on. */
export function subjectOf(value: string): string {
  return value.replace(/[,，]$/, '');
}

export function duration(seconds: number): string {
  if (seconds < 10) return `${number(seconds, 2)} s`;
  const whole = Math.round(seconds);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** An ISO time's day, and its minute; anything else as it is. */
export function minute(time: string): [day: string, minute: string] {
  const [, day, hour] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/.exec(time) ?? [];
  return day ? [day, `${hour} UTC`] : [time, ''];
}

function scientific(exact: number, digits: number): string {
  // Not of the rounded number: the largest ones would be rounded to infinity.
  const [rounded, exponent] = exact
    .toExponential(digits - 1)
    .replaceAll('-', '−')
    .split('e');
  const mantissa = rounded.replace(/\.?0+$/, '');
  const power = `10${exponent.replace('+', '').replace(/./g, superscript)}`;
  if (mantissa === '1') return power;
  return mantissa === '−1' ? `−${power}` : `${mantissa} × ${power}`;
}

function superscript(character: string): string {
  return character === '−' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(character)];
}
