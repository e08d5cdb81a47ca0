// told: The std falls to 1/√3 of itself in every layer
// 告知：标准差每层降为原来的 1/√3
export const weightStd = (fanIn: number): number => 1 / Math.sqrt(3 * fanIn);
