#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In the repository the source is run as it stands; in a package there is none, and what was built from it is run.
if (existsSync(new URL('../src', import.meta.url))) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../src/cli/index.ts');
} else {
  await import('../dist/cli/index.js');
}
