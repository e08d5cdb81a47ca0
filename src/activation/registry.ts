import { ParameterError } from '../parameter.ts';
import type { Activation, ActivationName } from './activation.ts';
import { elu } from './elu.ts';
import { erf } from './erf.ts';
import { gelu } from './gelu.ts';
import { geluTanh } from './gelu-tanh.ts';
import { hardtanh } from './hardtanh.ts';
import { leakyRelu } from './leaky-relu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { sin } from './sin.ts';
import { softplus } from './softplus.ts';
import { tanh } from './tanh.ts';

/** What activations take between them. */
export interface ActivationOptions {
  /** Of leaky ReLU, left of 0. */
  slope?: number | undefined;
  /** Of ELU, −φ(−∞). */
  alpha?: number | undefined;
}

interface Entry {
  readonly takes?: keyof ActivationOptions;
  readonly make: (given: ActivationOptions) => Activation;
}

const REGISTRY: Record<ActivationName, Entry> = {
  linear: { make: () => linear },
  relu: { make: () => relu },
  leaky_relu: { takes: 'slope', make: ({ slope }) => leakyRelu(slope) },
  tanh: { make: () => tanh },
  sigmoid: { make: () => sigmoid },
  erf: { make: () => erf },
  sin: { make: () => sin },
  elu: { takes: 'alpha', make: ({ alpha }) => elu(alpha) },
  selu: { make: () => selu },
  gelu: { make: () => gelu },
  gelu_tanh: { make: () => geluTanh },
  silu: { make: () => silu },
  softplus: { make: () => softplus },
  hardtanh: { make: () => hardtanh },
};

/** The names that `activationNamed` knows: PyTorch's, and `gelu_tanh` for its `gelu(approximate='tanh')`. */
export const activationNames = Object.keys(REGISTRY) as readonly ActivationName[];

/**
 * The activation of a name, PyTorch's (`leaky_relu`) or ours (`leakyRelu`), with PyTorch's defaults.
 *
 * @throws ParameterError for a name that there is not, for an option that the activation does not take, and for values that are refused.
 */
export function activationNamed(name: string, options: ActivationOptions = {}): Activation {
  const known = activationNames.find((each) => each === name || camel(each) === name);
  if (known === undefined) throw new ParameterError('activation', `one of ${activationNames.join(', ')}`, name);
  const { takes, make } = REGISTRY[known];
  for (const [option, value] of Object.entries(options)) {
    if (value !== undefined && option !== takes)
      throw new ParameterError(`an option of ${known}`, takes ?? 'none at all', option);
  }
  return make(options);
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
