/** A place at which two values differ, and what is there. */
export interface Difference {
  /** `std[3]`; empty where the values themselves differ. */
  readonly at: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** The first place at which two values of plain data differ, numbers to the last digit; undefined where there is none. */
export function difference(one: unknown, other: unknown, at = ''): Difference | undefined {
  if (typeof one === 'function' && typeof other === 'function') return undefined;
  if (!isCompound(one) || !isCompound(other)) return Object.is(one, other) ? undefined : { at, one, other };
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const place = /^\d+$/.test(key) ? `${at}[${key}]` : at ? `${at}.${key}` : key;
    const found = difference((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], place);
    if (found) return found;
  }
  return undefined;
}

const isCompound = (value: unknown): value is object => typeof value === 'object' && value !== null;
