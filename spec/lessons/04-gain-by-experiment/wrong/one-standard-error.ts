// told: It holds the gain in two of three experiments
// 告知：它在三次实验中有两次包含增益
export interface Interval {
  lo: number;
  hi: number;
}

export function gainInterval(phi: (z: number) => number, z: Float64Array): Interval {
  const squares = Array.from(z, (one) => phi(one) ** 2);
  const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const variance = squares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / squares.length;
  const error = Math.sqrt(variance / squares.length);
  return { lo: 1 / Math.sqrt(mean + error), hi: 1 / Math.sqrt(mean - error) };
}
