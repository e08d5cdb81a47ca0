// told: On its way back through layers of 1024, 512, 256, 128 units the gradient's second moment changes 0.5-fold a layer: the gradient of an input is a sum over the outputs
// 告知：反向经过 1024、512、256、128 个单元的各层，梯度的二阶矩每层变为 0.5 倍：输入的梯度是对输出求和
export const weightStd = (fanIn: number): number => Math.sqrt(2 / fanIn);
