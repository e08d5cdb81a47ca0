// told: With σ_b = 0.2 and σ_w = 1.59 the gradient's std changes 1.0… This is chaos: make σ_w smaller
// 告知：σ_b = 0.2、σ_w = 1.59 时，梯度的标准差每反向经过一层变为 1.0…这就是混沌：请减小 σ_w
import { gain, tanh } from 'gainsay';

export const sigmaW = (): number => gain(tanh);
