export { type Architecture, type Layer, mapLayers } from './architecture.ts';
export { type MlpOptions, mlp } from './mlp.ts';
