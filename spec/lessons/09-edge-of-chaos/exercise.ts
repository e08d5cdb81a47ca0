/**
 * 100 layers of tanh with biases from N(0, sigmaB²), sigmaB > 0, and weights of variance sigmaW²/fan_in: the sigmaW with which the
 * gradient neither explodes nor vanishes. All that gainsay exports can be used.
 *
 * 100 层 tanh，偏置取自 N(0, sigmaB²)，sigmaB > 0，权值方差为 sigmaW²/fan_in：sigmaW 取多少，梯度既不爆炸也不消失？
 * gainsay 导出的一切都可以使用。
 */
export function sigmaW(sigmaB: number): number {
  // TODO
  return 5 / 3;
}
