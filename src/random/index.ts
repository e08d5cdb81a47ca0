export { withMathRandom } from './math-random.ts';
export { type Source, type Truncated, UNIFORM_BELOW } from './source.ts';
export { TorchGenerator } from './torch-generator.ts';
export { type Seed, Stream } from './stream.ts';
