import { both, chinese, type Text } from '../claim/index.ts';
import { shown } from '../parameter.ts';
import { NotYet } from './not-yet.ts';

/**
 * Passes on what a learner's code gave, where a lesson can use it; elsewhere the step ends, and says what was given.
 *
 * @param what gave it, as the learner would write it: `weightStd(256)`.
 * @param rule what it must be: `a positive number`.
 */
export function given<T>(what: string, value: unknown, rule: Text, holds: (value: unknown) => value is T): T {
  if (holds(value)) return value;
  const [en, zh] = value === undefined ? ['. Is a return missing?', '。是不是漏了 return？'] : ['.', '。'];
  throw new NotYet(
    both(`${what} must be ${rule.en}; it is ${shown(value)}${en}`, `${what} 应为${chinese(rule)}，而它是 ${shown(value)}${zh}`),
  );
}

/** A finite number above 0 that a learner's code gave; elsewhere the step ends. */
export const positive = (what: string, value: unknown): number =>
  given(what, value, both('a positive number', '正数'), isPositive);

const isPositive = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < Infinity;
