// told: It holds the gain, but it says too little
// 告知：它包含增益，但说得太少
export interface Interval {
  lo: number;
  hi: number;
}

export function gainInterval(phi: (z: number) => number, z: Float64Array): Interval {
  const squares = Array.from(z, (one) => phi(one) ** 2);
  const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const variance = squares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / squares.length;
  const gain = 1 / Math.sqrt(mean);
  return { lo: gain - 1.96 * Math.sqrt(variance), hi: gain + 1.96 * Math.sqrt(variance) };
}
