import { takeCoverage } from 'node:v8';
import { afterAll } from 'vitest';

// vitest kills its forks before Node writes their coverage.
if (process.env['NODE_V8_COVERAGE']) afterAll(() => takeCoverage());
