export { CheckpointError } from './checkpoint-error.ts';
export type { Checkpoint, CheckpointTensor, Files, Layout, OpenFile } from './checkpoint.ts';
export type { Dtype, ReadAt, TensorEntry } from './entry.ts';
export { nestedNumbers } from './nested-numbers.ts';
export { readNpy } from './npy.ts';
export { numbersIn } from './numbers.ts';
export { safetensorsEntries } from './safetensors.ts';
export type { FileTensor } from './tensor.ts';
