import { Option } from 'commander';
import { type Activation, activationNamed } from '../activation/index.ts';
import { numberOf } from './number-of.ts';

export interface ActivationFlags {
  slope?: number;
  alpha?: number;
}

/** The parameters that some activations take. */
export const activationFlags = (): Option[] => [
  new Option('--slope <number>', 'of leaky_relu, below 0').argParser((text) => numberOf('--slope', text)),
  new Option('--alpha <number>', 'of elu').argParser((text) => numberOf('--alpha', text)),
];

/** The activation that was asked for. */
export function activationOf(name: string, { slope, alpha }: ActivationFlags): Activation {
  return activationNamed(name, { slope, alpha });
}

/** `leaky_relu (slope 0.2)`. */
export function activationInWords({ name, slope, alpha }: Activation): string {
  const given = [...(slope === undefined ? [] : [`slope ${slope}`]), ...(alpha === undefined ? [] : [`alpha ${alpha}`])];
  return given.length === 0 ? name : `${name} (${given.join(', ')})`;
}
