// AssemblyScript, for WebAssembly with SIMD: `npm run build:kernel` writes ../binary.ts from it. Addresses and strides are in bytes.
export { hardTanh, leakyRelu, relu, tanh } from './activations';
export { throughHardTanh, throughLeakyRelu, throughTanh } from './derivatives';
export { elu, throughElu } from './elu';
export { erf, gelu, throughErf, throughGelu } from './error-function';
export { geluTanh, sigmoid, silu, softplus, throughGeluTanh, throughSigmoid, throughSilu, throughSoftplus } from './logistic';
export { orthonormal } from './orthonormal';
export { normals, words } from './random';
export { scale, uniforms } from './scale';
export { crossGram, gram, product, rowSums } from './rows';
export { sin, throughSin } from './sin';
