// told: The std settles at 0.829: a bound of a uniform law was taken for a std
// 告知：标准差稳定在 0.829
import { type Initializer, normal } from 'gainsay';

export const init = (): Initializer => normal({ std: (5 / 3) * Math.sqrt(6 / (256 + 256)) });
