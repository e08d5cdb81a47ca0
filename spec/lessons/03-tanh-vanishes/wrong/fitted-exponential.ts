// told: You predict an exponential, 1.1% less in every layer, and none goes through layers 3, 20 and 99
// 告知：你预测的是指数衰减，每层减少 1.1%
export const stdAfter = (layer: number): number => 0.2 * 0.989 ** layer;
