import type { Architecture } from '../../../src/architecture/index.ts';
import {
  type BackendChoice,
  drawsFromStreams,
  type Engine,
  loadEngine,
  type Probe,
  realise as realiseFrom,
  type Trace,
} from '../../../src/network/index.ts';
import type { Seed } from '../../../src/random/index.ts';

export const seed: string = process.env['GAINSAY_SEED'] ?? '1';

/** The engine that the run was asked for. */
export const chosenEngine = (): Promise<Engine> => loadEngine((process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice);

/** Realisations drawn from streams. */
export const realise = (
  engine: Engine,
  architecture: Architecture,
  from: Seed,
  first: number,
  end: number,
  ...probes: readonly Probe[]
): Promise<Trace[]> =>
  realiseFrom(
    engine,
    architecture,
    (realisation) => drawsFromStreams(architecture, from, realisation),
    first,
    end,
    new Set(probes),
  );
