/**
 * Half of the numbers keep their squares, and half keep slope² of them: E[φ(z)²] = (1 + slope²)/2, and the gain is 1/√ of that.
 *
 * 一半的数保留其平方，另一半保留 slope² 倍：E[φ(z)²] = (1 + slope²)/2，增益是它的 1/√。
 */
export function gain(slope: number): number {
  return Math.sqrt(2 / (1 + slope * slope));
}
