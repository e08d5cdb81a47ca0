import { ParameterError } from '../parameter.ts';

/**
 * The root of a continuous `f` in [low, high], where f(low) and f(high) have opposite signs, to the last bit of float64.
 *
 * Bisection: some 60 evaluations, and none of the special cases of faster methods.
 */
export function root(f: (x: number) => number, low: number, high: number): number {
  const rises = f(high) > 0;
  if (f(low) > 0 === rises)
    throw new ParameterError('[low, high]', 'an interval at whose ends f has opposite signs', [low, high]);
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (f(middle) > 0 === rises) high = middle;
    else low = middle;
  }
}
