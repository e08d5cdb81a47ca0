// told: An interval has a lower end and an upper end
// 告知：区间有下端和上端
export interface Interval {
  lo: number;
  hi: number;
}

export function gainInterval(phi: (z: number) => number, z: Float64Array): Interval {
  const squares = Array.from(z, (one) => phi(one) ** 2);
  const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const variance = squares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / squares.length;
  const error = 1.96 * Math.sqrt(variance / squares.length);
  return { lo: 1 / Math.sqrt(mean - error), hi: 1 / Math.sqrt(mean + error) };
}
