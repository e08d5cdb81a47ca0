// told: With slope 0.5 the second moment changes 0.83
// 告知：斜率为 0.5 时，二阶矩每层变为 0.83
export const gain = (slope: number): number => Math.sqrt(2 / (1 + slope));
