// told: Through layers of 128, 256, 512, 1024 units the second moment changes 0.5-fold a layer
// 告知：经过 128、256、512、1024 个单元的各层，二阶矩每层变为 0.5 倍
export const weightStd = (fanIn: number, fanOut: number): number => Math.sqrt(2 / Math.max(fanIn, fanOut));
