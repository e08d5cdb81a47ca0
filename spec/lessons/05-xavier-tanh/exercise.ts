import { type Initializer, xavierUniform } from 'gainsay';

/**
 * Draws the weights of 100 layers of tanh: the std is to settle near 0.65, as it does in the notebook.
 *
 * 抽取 100 层 tanh 的权值：标准差应像笔记本中那样稳定在 0.65 附近。
 */
export function init(): Initializer {
  // TODO
  return xavierUniform();
}
