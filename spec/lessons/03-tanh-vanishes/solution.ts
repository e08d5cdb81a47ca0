/**
 * For small q, E[tanh²(z)] = q − 2q² + …, so that 1/q grows by 2 a layer: q = 1/(2l), and the std is its root.
 *
 * q 很小时，E[tanh²(z)] = q − 2q² + …，于是 1/q 每层增加 2：q = 1/(2l)，标准差是它的平方根。
 */
export function stdAfter(layer: number): number {
  return 1 / Math.sqrt(2 * (layer + 1));
}
