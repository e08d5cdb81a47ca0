/**
 * The gain for φ(z) = z where z > 0, and slope · z elsewhere: weights of std gain/√fan_in keep the second moment of the signal.
 *
 * φ(z) 在 z > 0 处为 z，其余处为 slope · z。它的增益：标准差为 gain/√fan_in 的权值使信号的二阶矩保持不变。
 */
export function gain(slope: number): number {
  // TODO
  return Math.SQRT2;
}
