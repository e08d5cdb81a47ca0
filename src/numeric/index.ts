export { gaussianExpectation } from './gaussian-expectation.ts';
export { orthonormal } from './qr.ts';
export { type Integral, integrate } from './quadrature.ts';
export { root } from './root.ts';
