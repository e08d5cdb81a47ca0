import { chi, fixedPoint, tanh } from 'gainsay';

/**
 * χ₁ = σ_w² · E[φ′(z)²] at the fixed point q* of these variances is the factor by which the gradient's second moment changes a
 * layer. It rises with σ_w: halve the interval in which it passes 1.
 *
 * χ₁ = σ_w² · E[φ′(z)²] 取在这些方差的不动点 q* 处，是梯度二阶矩每层变化的倍数。它随 σ_w 增大：把它经过 1 的区间不断二分。
 */
export function sigmaW(sigmaB: number): number {
  let [low, high] = [0.5, 4];
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    const q = fixedPoint(tanh, middle ** 2, sigmaB ** 2);
    if (chi(tanh, middle ** 2)(q) < 1) low = middle;
    else high = middle;
  }
  return low;
}
