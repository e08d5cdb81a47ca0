export { BACKENDS, type BackendChoice, type BackendName, type Engine, EngineError, loadEngine } from './engine.ts';
export { type Draws, drawsFromStreams } from './draws.ts';
export { realise } from './realise.ts';
export type { Probe, Signal, Signals, Trace } from './trace.ts';
