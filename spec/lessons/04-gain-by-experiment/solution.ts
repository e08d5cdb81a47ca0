/** From `lo` to `hi`. */
export interface Interval {
  lo: number;
  hi: number;
}

/**
 * The mean of the squares is normal around E[φ²], with their std over √n: 1.96 of these either way hold it in 95 of 100
 * experiments, and the ends of that interval are taken through 1/√ as the mean is.
 *
 * 平方的均值以 E[φ²] 为中心近似服从正态分布，标准差为平方的标准差除以 √n：两侧各取 1.96 个，100 次实验中有 95 次包含它；
 * 再像均值那样，对区间的两端取 1/√。
 */
export function gainInterval(phi: (z: number) => number, z: Float64Array): Interval {
  const squares = Array.from(z, (one) => phi(one) ** 2);
  const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const variance = squares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (squares.length - 1);
  const error = 1.96 * Math.sqrt(variance / squares.length);
  return { lo: 1 / Math.sqrt(mean + error), hi: 1 / Math.sqrt(mean - error) };
}
