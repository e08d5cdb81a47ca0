// told: weightStd(256) must be a positive number; it is undefined. Is a return missing?
// 告知：weightStd(256) 应为正数，而它是 undefined。是不是漏了 return？
export function weightStd(fanIn: number): void {
  Math.sqrt(1 / fanIn);
}
