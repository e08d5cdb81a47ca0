// told: The second moment grows 1.47-fold in every layer: you have kept the variance
// 告知：二阶矩每层增长 1.47 倍
export const weightBound = (fanIn: number): number => Math.sqrt(6 / (1 - 1 / Math.PI) / fanIn);
