// told: With σ_b = 0.2 and σ_w = 1.47 the gradient's std changes 1.0… your χ₁ is 1 at q = 1, but q is not 1 there
// 告知：σ_b = 0.2、σ_w = 1.47 时，梯度的标准差每反向经过一层变为 1.0…你的 χ₁ 在 q = 1 处等于 1
import { chi, tanh } from 'gainsay';

export const sigmaW = (): number => 1 / Math.sqrt(chi(tanh, 1)(1));
