import { createRequire } from 'node:module';

/** This package's version, from its package.json, which lies one folder above both `src` and `dist`. */
export const version: string = (createRequire(import.meta.url)('../package.json') as { version: string }).version;
