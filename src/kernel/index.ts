export { type Kernel, loadKernel } from './kernel.ts';
