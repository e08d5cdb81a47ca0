export { type Architecture, type Layer, mapLayers } from './architecture.ts';
export { type ExactInput, secondMoments } from './exact-input.ts';
export { type MlpOptions, mlp } from './mlp.ts';
