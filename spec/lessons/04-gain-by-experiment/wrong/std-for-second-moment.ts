// told: It lies around 1.7… A std leaves it out
// 告知：区间在 1.7…标准差把它漏掉了
export interface Interval {
  lo: number;
  hi: number;
}

export function gainInterval(phi: (z: number) => number, z: Float64Array): Interval {
  const outputs = Array.from(z, phi);
  const mean = outputs.reduce((sum, one) => sum + one, 0) / outputs.length;
  const squares = outputs.map((one) => (one - mean) ** 2);
  const variance = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const error = (1.96 * Math.sqrt(squares.reduce((sum, one) => sum + (one - variance) ** 2, 0))) / squares.length;
  return { lo: 1 / Math.sqrt(variance + error), hi: 1 / Math.sqrt(variance - error) };
}
