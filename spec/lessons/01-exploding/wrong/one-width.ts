// told: With 256 units the signal keeps its size; with 100 its std changes 0.625-fold
// 告知：宽度为 256 时信号大小不变；宽度为 100 时，标准差每层变为 0.625 倍
export const weightStd = (): number => 1 / 16;
