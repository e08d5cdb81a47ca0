export { BACKENDS, type BackendChoice, type BackendName, type Engine, EngineError, loadEngine } from './engine.ts';
export { type Draws, drawsFromStreams } from './draws.ts';
export { type Inside, inside } from './inside.ts';
export { lawObjection } from './law-objection.ts';
export { realise } from './realise.ts';
export { realiseBy, samplerFor } from './realise-by.ts';
export { realiseInLaw } from './realise-in-law.ts';
export { type Sampler, SAMPLERS } from './sampler.ts';
export type { Probe, Signal, Signals, Trace } from './trace.ts';
