export { type Seed, Stream } from './stream.ts';
