// told: With σ_b = 0.5 and σ_w = 1.3 the gradient's std changes 0.9… This is order: make σ_w larger
// 告知：σ_b = 0.5、σ_w = 1.3 时，梯度的标准差每反向经过一层变为 0.9…这就是有序：请增大 σ_w
export const sigmaW = (): number => 1.3041;
