/**
 * ReLU keeps half of the second moment, so fanIn · Var(w) must be 2, and a uniform law between ±bound has the variance bound²/3.
 *
 * ReLU 只保留一半的二阶矩，因此 fanIn · Var(w) 必须为 2；而 ±bound 之间的均匀分布方差为 bound²/3。
 */
export function weightBound(fanIn: number): number {
  return Math.sqrt(6 / fanIn);
}
