// told: You said 255, which is where float64 ends
// 告知：你的答案是 255，那是 float64 的尽头
export const overflowsAt = (width: number): number => Math.ceil(1024 / (Math.log2(width) / 2)) - 1;
