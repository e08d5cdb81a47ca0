import { type BackendName, type Engine, EngineError, loadEngine, type Sampler } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { type Cell, measure, recordLine } from '../sweep/index.ts';

/** One cell, as it goes to a worker. */
export interface SweepTask {
  readonly cell: Cell;
  readonly networks: number;
  readonly seed: string;
  readonly sampler: Sampler;
  /** Null where no cell of the sweep needs one. */
  readonly backend: BackendName | null;
}

/** What comes back: the record's line, or why there is none. An error's class would be lost on its way between threads. */
export type SweepAnswer = { readonly line: string } | { readonly refused: string };

const engines = new Map<BackendName | null, Promise<Engine>>();

/** What a worker's thread does: one cell after another. */
export default async function work({ cell, networks, seed, sampler, backend }: SweepTask): Promise<SweepAnswer> {
  const engine = () => {
    const loading = engines.get(backend) ?? loadEngine(backend ?? 'auto');
    engines.set(backend, loading);
    return loading;
  };
  try {
    return { line: recordLine(await measure(cell, networks, seed, sampler, engine)) };
  } catch (error) {
    if (error instanceof ParameterError || error instanceof EngineError) return { refused: error.message };
    throw error;
  }
}
