// told: You said 15, half of what it takes
// 告知：你的答案是 15，只有所需的一半
export const overflowsAt = (width: number): number => Math.ceil(128 / Math.log2(width)) - 1;
