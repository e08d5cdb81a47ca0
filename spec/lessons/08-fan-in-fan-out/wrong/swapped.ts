// told: Through layers of 1024, 512, 256, 128 units the second moment changes 2-fold a layer: each output is a sum over the inputs
// 告知：经过 1024、512、256、128 个单元的各层，二阶矩每层变为 2 倍：每个输出都是对输入求和
export const weightStd = (fanIn: number, fanOut: number, keep: 'signal' | 'gradient'): number =>
  Math.sqrt(2 / (keep === 'signal' ? fanOut : fanIn));
