// told: The std settles at 0.556: √2 is the gain that is meant for ReLU
// 告知：标准差稳定在 0.556
import { type Initializer, xavierUniform } from 'gainsay';

export const init = (): Initializer => xavierUniform({ gain: Math.SQRT2 });
