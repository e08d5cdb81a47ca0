/**
 * The std of the weights of a ReLU layer with `fanIn` inputs and `fanOut` outputs. What it is to keep is either the second moment of
 * the signal, on its way to the output, or that of the gradient, on its way back.
 *
 * 某 ReLU 层有 `fanIn` 个输入、`fanOut` 个输出，求其权值的标准差。要保持的或者是信号向前传播时的二阶矩，或者是梯度向后传播时的二阶矩。
 */
export function weightStd(fanIn: number, fanOut: number, keep: 'signal' | 'gradient'): number {
  // TODO
  return Math.sqrt(4 / (fanIn + fanOut));
}
