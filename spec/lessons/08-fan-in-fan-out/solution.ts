/**
 * An output sums fanIn terms; the gradient of an input sums fanOut, one for each output that it has a part in.
 *
 * 输出是 fanIn 项之和；输入的梯度是 fanOut 项之和，它参与的每个输出各贡献一项。
 */
export function weightStd(fanIn: number, fanOut: number, keep: 'signal' | 'gradient'): number {
  return Math.sqrt(2 / (keep === 'signal' ? fanIn : fanOut));
}
