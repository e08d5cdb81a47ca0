// told: The second moment falls to a half in every layer
// 告知：二阶矩每层降为一半
export const weightBound = (fanIn: number): number => Math.sqrt(3 / fanIn);
