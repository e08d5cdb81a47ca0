/**
 * Weights from N(0, 1), no activation, `width` units in every layer, an input of std 1: the index of the first layer (the first
 * of all is 0) whose std float32 has no number for.
 *
 * 权值取自 N(0, 1)，没有激活函数，每层 `width` 个单元，输入标准差为 1：标准差首次超出 float32 的那一层的编号（第一层为 0）。
 */
export function overflowsAt(width: number): number {
  // TODO
  return 128;
}
