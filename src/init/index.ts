export { type Fans, fans, type Shape } from './fans.ts';
export { calculateGain } from './gain.ts';
export { type Initializer, weight } from './initializer.ts';
export { type KaimingOptions, kaimingNormal, kaimingUniform } from './kaiming.ts';
export type { Law } from './law.ts';
export { type NormalOptions, normal } from './normal.ts';
export { truncatedNormal } from './truncated-normal.ts';
export { type UniformOptions, uniform } from './uniform.ts';
export { type XavierOptions, xavierNormal, xavierUniform } from './xavier.ts';
