import cephes from 'cephes';

await cephes.compiled;

/** A probability too small for float64 is 0 here; cephes throws where it underflows. Any other error stays one. */
export function underflowIsZero(compute: () => number): number {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Error && error.message.includes('underflow')) return 0;
    throw error;
  }
}

export { cephes };
