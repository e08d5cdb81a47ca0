// told: You said 32, one too many
// 告知：你的答案是 32，多了一
export const overflowsAt = (width: number): number => Math.ceil(128 / (Math.log2(width) / 2));
