// told: With slope 0.5 the second moment changes 0.833-fold in every layer: the negative side keeps slope · z
// 告知：斜率为 0.5 时，二阶矩每层变为 0.833 倍：负半轴保留 slope · z
export const gain = (slope: number): number => Math.sqrt(2 / (1 + slope));
