export type { Checkpoint, CheckpointTensor, Files, Layout, OpenFile } from './checkpoint.ts';
export { CheckpointError } from './checkpoint-error.ts';
export type { Dtype, TensorEntry } from './entry.ts';
export { nestedNumbers } from './nested-numbers.ts';
export { readNpy } from './npy.ts';
export { numbersIn } from './numbers.ts';
export { openCheckpoint } from './open-checkpoint.ts';
export { safetensorsEntries } from './safetensors.ts';
export type { FileTensor } from './tensor.ts';
