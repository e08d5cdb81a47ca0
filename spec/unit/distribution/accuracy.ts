/** What the distribution functions promise: cephes' relative error, measured against SciPy out to 10⁶ degrees of freedom. */
export const CEPHES = 1.3e-8;

/** |actual − expected| / |expected|; 0 where both are the same number, infinite ones included. */
export function relativeError(actual: number, expected: number): number {
  return Object.is(actual, expected) || actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
}

/** The case of a fixture that is farthest off, and by how much: a failure then names it. */
export function worst<T>(cases: readonly T[], errorOf: (one: T) => number): { error: number; at: T | undefined } {
  const none: { error: number; at: T | undefined } = { error: 0, at: undefined };
  return cases.reduce((so, at) => {
    const error = errorOf(at);
    return error <= so.error ? so : { error, at };
  }, none);
}
