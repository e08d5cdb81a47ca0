// Before a build: what a module that is no more has left in dist/ would be packed with the others.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
