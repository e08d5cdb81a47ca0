// told: The power is right, the factor is not
// 告知：幂次对了，系数不对
export const stdAfter = (layer: number): number => 1 / Math.sqrt(layer + 1);
