export type { Source, Truncated } from './source.ts';
export { TorchGenerator } from './torch-generator.ts';
export { type Seed, Stream } from './stream.ts';
