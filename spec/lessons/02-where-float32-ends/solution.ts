/**
 * Each layer multiplies the std by √width, ½·log₂(width) powers of two, and float32 ends at 2¹²⁸. After layer l there were l + 1.
 *
 * 每层把标准差乘以 √width，即 2 的 ½·log₂(width) 次方，而 float32 止于 2¹²⁸。第 l 层之后共有 l + 1 层。
 */
export function overflowsAt(width: number): number {
  return Math.ceil(128 / (Math.log2(width) / 2)) - 1;
}
