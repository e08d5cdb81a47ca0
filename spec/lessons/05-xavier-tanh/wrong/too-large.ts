// told: The std settles at 0.66…: too large a gain
// 告知：标准差稳定在 0.66…：增益太大
import { type Initializer, xavierUniform } from 'gainsay';

export const init = (): Initializer => xavierUniform({ gain: 1.7 });
