import { randomInt } from 'node:crypto';
import { BACKENDS, type BackendChoice, type Sampler, SAMPLERS } from '../network/index.ts';
import { oneOf } from '../parameter.ts';

/** What a run is asked for, by `GAINSAY_SEED`, `GAINSAY_BACKEND`, `GAINSAY_SAMPLER` and `GAINSAY_OUT`. */
export interface Settings {
  seed: string;
  backend: BackendChoice;
  sampler: Sampler;
  out: string;
}

type Environment = Record<string, string | undefined>;

/** The settings in an environment, with their defaults: seed 1, the fastest backend there is, networks with weights, and `reports`. */
export function settingsIn(environment: Environment): Settings {
  return {
    seed: environment['GAINSAY_SEED'] || '1',
    backend: oneOf('GAINSAY_BACKEND', environment['GAINSAY_BACKEND'] || 'auto', ['auto', ...BACKENDS]),
    sampler: oneOf('GAINSAY_SAMPLER', environment['GAINSAY_SAMPLER'] || 'weights', SAMPLERS),
    out: environment['GAINSAY_OUT'] || 'reports',
  };
}

/** Picks the seed where `fresh` was asked for, and leaves it in the environment for the processes that come after. */
export function settleSeed(environment: Environment): string {
  if (environment['GAINSAY_SEED'] === 'fresh') environment['GAINSAY_SEED'] = String(randomInt(2 ** 32));
  return settingsIn(environment).seed;
}

/** The settings of the run that this spec is a part of. */
export const settings = (): Settings => settingsIn(process.env);
