/**
 * The std of the weights of a layer with `fanIn` inputs: numbers from N(0, std²), no activation.
 * The signal is to leave 100 such layers as large as it came.
 *
 * 有 `fanIn` 个输入的一层的权值标准差：权值取自 N(0, std²)，没有激活函数。
 * 信号经过 100 层之后应与进入时一样大。
 */
export function weightStd(fanIn: number): number {
  // TODO
  return 1;
}
