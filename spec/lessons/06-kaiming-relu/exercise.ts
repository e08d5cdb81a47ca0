/**
 * The weights of a layer with `fanIn` inputs and ReLU are drawn uniformly between −bound and bound: the bound with which the
 * second moment of the signal is the same after every layer, on average.
 *
 * 某层有 `fanIn` 个输入，激活函数为 ReLU，权值在 −bound 与 bound 之间均匀抽取：bound 取多少，信号的二阶矩在各层之后平均保持不变？
 */
export function weightBound(fanIn: number): number {
  // TODO
  return 1 / Math.sqrt(fanIn);
}
