// told: The std grows √2-fold in every layer: the factor 2 makes up for the half that a ReLU takes away
// 告知：标准差每层增长 √2 倍
export const weightStd = (fanIn: number): number => Math.sqrt(2 / fanIn);
