export { bracketedRoot } from './bracketed-root.ts';
export { gaussianExpectation } from './gaussian-expectation.ts';
export { gaussianProduct } from './gaussian-product.ts';
export { orthonormal } from './qr.ts';
export { type Integral, integrate } from './quadrature.ts';
export { root } from './root.ts';
export { inverseFactor, semidefiniteFactor } from './semidefinite.ts';
export { singularValues } from './singular-values.ts';
