// told: With slope 0 the second moment changes 2-fold in every layer: that is the gain squared
// 告知：斜率为 0 时，二阶矩每层变为 2 倍：那是增益的平方
export const gain = (slope: number): number => 2 / (1 + slope ** 2);
