// told: On its way back through layers of 1024, 512, 256, 128 units the gradient's second moment changes 0.5-fold a layer, whichever way they go: half of the numbers
// 告知：反向经过 1024、512、256、128 个单元的各层，梯度的二阶矩每层变为 0.5 倍，无论渐窄还是渐宽
export const weightStd = (fanIn: number, fanOut: number, keep: 'signal' | 'gradient'): number =>
  keep === 'signal' ? Math.sqrt(2 / fanIn) : Math.sqrt(1 / fanOut);
