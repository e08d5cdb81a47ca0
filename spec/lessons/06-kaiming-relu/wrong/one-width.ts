// told: The second moment changes 0.56
// 告知：在宽度为 144 的网络中，二阶矩每层变为 0.56
export const weightBound = (): number => Math.sqrt(6 / 256);
