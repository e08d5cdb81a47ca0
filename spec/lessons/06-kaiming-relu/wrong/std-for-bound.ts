// told: The second moment falls to a third in every layer
// 告知：二阶矩每层降为三分之一
export const weightBound = (fanIn: number): number => Math.sqrt(2 / fanIn);
