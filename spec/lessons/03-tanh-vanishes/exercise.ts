/**
 * 100 layers of tanh, 256 units each, weights of variance 1/256, an input of std 1: the std after this layer (the first is 0).
 *
 * 100 层 tanh，每层 256 个单元，权值方差 1/256，输入标准差为 1：该层（第一层为 0）之后的标准差。
 */
export function stdAfter(layer: number): number {
  // TODO
  return 0.9 ** layer;
}
