import { randomInt } from 'node:crypto';
import { Option } from 'commander';
import { type BackendChoice, BACKENDS } from '../network/index.ts';

/** Flags that commands share, each with the environment variable of its name. */
export const backendFlag = (): Option =>
  new Option('--backend <name>', 'auto takes the first that can be had')
    .choices(['auto', ...BACKENDS])
    .default('auto')
    .env('GAINSAY_BACKEND');

export const jsonFlag = (what: string): Option =>
  new Option('--json', `print ${what} on standard output, and nothing else`).default(false);

export const seedFlag = (what: string): Option =>
  new Option('--seed <text>', `${what}; "fresh" picks one and prints it`)
    .argParser((text) => (text === 'fresh' ? String(randomInt(2 ** 32)) : text))
    .default('1')
    .env('GAINSAY_SEED');

export interface BackendFlag {
  backend: BackendChoice;
}

export interface JsonFlag {
  json: boolean;
}

export interface SeedFlag {
  seed: string;
}
