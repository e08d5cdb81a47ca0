export { CheckpointError } from './checkpoint-error.ts';
export { nestedNumbers } from './nested-numbers.ts';
export { readNpy } from './npy.ts';
export type { FileTensor } from './tensor.ts';
