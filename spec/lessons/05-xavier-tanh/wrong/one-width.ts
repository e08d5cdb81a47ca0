// told: At 256 units the std settles where it should, and at 128 at
// 告知：宽度为 256 时标准差稳定在应有的位置
import { type Initializer, normal } from 'gainsay';

export const init = (): Initializer => normal({ std: 5 / 3 / 16 });
