/**
 * An output is a sum of fanIn products, whose variances add up: Var(y) = fanIn · std² · Var(x).
 *
 * 输出是 fanIn 个乘积之和，方差相加：Var(y) = fanIn · std² · Var(x)。
 */
export function weightStd(fanIn: number): number {
  return 1 / Math.sqrt(fanIn);
}
