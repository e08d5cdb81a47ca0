import { always } from './constant.ts';
import type { Initializer } from './initializer.ts';

/** Every weight 1, as `torch.nn.init.ones_`. */
export function ones(): Initializer {
  return always('ones', 1);
}
