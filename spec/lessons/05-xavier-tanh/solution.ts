import { calculateGain, type Initializer, xavierUniform } from 'gainsay';

/**
 * PyTorch's gain for tanh, 5/3: a little more than what keeps a std of 1, for the signal settles where it is smaller.
 *
 * PyTorch 为 tanh 设定的增益 5/3：比保持标准差 1 所需的略大，因为信号稳定在更小的地方。
 */
export function init(): Initializer {
  return xavierUniform({ gain: calculateGain('tanh') });
}
