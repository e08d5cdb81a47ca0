// told: You said 0. Look at the chart
// 告知：你的答案是 0。看看图
export const overflowsAt = (width: number): number => ({ 256: 31, 160: 34 })[width] ?? 0;
