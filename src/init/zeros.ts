import { always } from './constant.ts';
import type { Initializer } from './initializer.ts';

/** Every weight 0, as `torch.nn.init.zeros_`. */
export function zeros(): Initializer {
  return always('zeros', 0);
}
