// told: You predict a fall as 1/l, and the signal falls as its root
// 告知：你预测按 1/l 下降，而信号按其平方根下降
export const stdAfter = (layer: number): number => 1 / (layer + 1);
