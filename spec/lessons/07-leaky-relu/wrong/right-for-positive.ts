// told: With slope -1 the second moment changes 2-fold in every layer: a slope of −1 makes |z|
// 告知：斜率为 -1 时，二阶矩每层变为 2 倍：斜率 −1 给出 |z|
export const gain = (slope: number): number => Math.sqrt(2 / (1 + Math.max(0, slope) ** 2));
