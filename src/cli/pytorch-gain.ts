import type { Activation } from '../activation/index.ts';
import { calculateGain } from '../init/index.ts';
import { ParameterError } from '../parameter.ts';

/** What `torch.nn.init.calculate_gain` says for an activation; null for one that it does not know. */
export function pytorchGain({ name, slope }: Activation): number | null {
  try {
    return calculateGain(name, slope);
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}
