import type { Activation } from '../activation/index.ts';
import { moments } from './expectations.ts';

/** The gain that keeps a second moment of 1: 1/√E[φ(z)²], z ~ N(0, 1); tanh 1.592537, ReLU √2. */
export function gain(activation: Activation): number {
  return 1 / Math.sqrt(moments(activation, 1).secondMoment);
}
