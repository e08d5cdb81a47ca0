export type { Activation, ActivationName } from './activation.ts';
export { leakyRelu } from './leaky-relu.ts';
export { linear } from './linear.ts';
export { relu } from './relu.ts';
export { tanh } from './tanh.ts';
