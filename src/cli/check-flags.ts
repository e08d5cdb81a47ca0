import type { BackendFlag, JsonFlag, SeedFlag } from './flags.ts';

/** What `gainsay check` is asked for. */
export interface CheckFlags extends BackendFlag, JsonFlag, SeedFlag {
  networks?: number;
  batch?: number;
  input?: string[];
  within: number;
  dead: number;
  saturated: number;
  export: string;
  timeLimit?: number;
  baseline?: string;
  update: boolean;
  out: string;
  quiet: boolean;
}
