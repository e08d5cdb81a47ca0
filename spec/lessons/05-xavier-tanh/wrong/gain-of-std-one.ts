// told: The std settles at 0.628: 1.5925 is the gain that keeps a signal whose std is 1
// 告知：标准差稳定在 0.628
import { gain, type Initializer, tanh, xavierUniform } from 'gainsay';

export const init = (): Initializer => xavierUniform({ gain: gain(tanh) });
