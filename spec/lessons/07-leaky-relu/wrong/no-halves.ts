// told: With slope 0 the second moment changes 0.5-fold in every layer: each side has half of the numbers
// 告知：斜率为 0 时，二阶矩每层变为 0.5 倍：两侧各占一半的数
export const gain = (slope: number): number => 1 / Math.sqrt(1 + slope ** 2);
