export { fixedPoint } from './fixed-point.ts';
export { gain } from './gain.ts';
export { meanFieldStd } from './mean-field.ts';
export { overflowLayer } from './overflow-layer.ts';
export { linearRatioLaw, type RatioLaw, reluRatioLaw } from './ratio-law.ts';
export { type Moments, moments, varianceMap } from './variance-map.ts';
