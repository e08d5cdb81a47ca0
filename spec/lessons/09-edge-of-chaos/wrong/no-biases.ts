// told: With σ_b = 0.2 and σ_w = 1 the gradient's std changes 0.… σ_w = 1 is the edge of chaos without biases
// 告知：σ_b = 0.2、σ_w = 1 时，梯度的标准差每反向经过一层变为 0.…没有偏置时，σ_w = 1 才是混沌边缘
export const sigmaW = (): number => 1;
