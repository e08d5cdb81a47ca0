import { type Activation, activationNamed, activationNames, elu, leakyRelu } from '../../../src/activation/index.ts';

/** Every activation by its name, with PyTorch's parameters, and those that take one with others. */
export const everyActivation: [string, Activation][] = [
  ...activationNames.map((name): [string, Activation] => [name, activationNamed(name)]),
  ['leaky_relu of slope 0.2', leakyRelu(0.2)],
  ['leaky_relu of slope −0.5', leakyRelu(-0.5)],
  ['leaky_relu of slope 1.5', leakyRelu(1.5)],
  ['elu of alpha 1.5', elu(1.5)],
];
