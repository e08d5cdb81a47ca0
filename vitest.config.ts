import { availableParallelism } from 'node:os';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const out = process.env['GAINSAY_OUT'] || 'reports';

/** Specs of what runs no network and starts no process. */
const PURE =
  'spec/unit/{activation,architecture,audit,checkpoint,distribution,init,kernel,learn,numeric,random,report,stats,theory,tools}/**/*.spec.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    // Forks, for native addons; TypeScript by tsx and not by vite, so that c8 counts the lines that are written in the file.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    execArgv: ['--import', 'tsx', '--conditions', 'gainsay:src'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // On a busy machine vitest may still be noting a spec’s imports when the spec is through, and calls that an error.
    onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
    setupFiles: ['spec/setup.ts'],
    // For what never ends: how fast a machine is, is no claim of ours.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: [
      'default',
      ['./src/vitest/reporter.ts', { out }],
      ['junit', { outputFile: `${out}/junit.xml` }],
      ['json', { outputFile: `${out}/vitest.json` }],
    ],
    projects: [
      // Claims share nothing that one of them could spoil: a process loads TensorFlow.js once, and not for every file.
      { extends: true, test: { name: 'claims', include: ['spec/{notebook,theory}/**/*.spec.ts'], isolate: false } },
      // Nor do these, and there are too many of them to start a process for each.
      { extends: true, test: { name: 'pure', include: [PURE], isolate: false } },
      { extends: true, test: { name: 'unit', include: ['spec/unit/**/*.spec.ts'], exclude: [PURE] } },
      // Not with `npm test`: every lesson, each of its answers, and the right ones on twenty fresh seeds; two processes at a time.
      {
        extends: true,
        test: { name: 'lessons', include: ['spec/lessons/*.spec.ts'], testTimeout: 900_000, maxConcurrency: 2 },
      },
      // Not with `npm test`: they judge software that we did not write.
      { extends: true, test: { name: 'field', include: ['spec/field/*.spec.ts'] } },
      // Not with `npm test`: they build, pack and install the package. One file at a time, for they share one project.
      {
        extends: true,
        test: {
          name: 'consumer',
          include: ['spec/consumer/*.spec.ts'],
          globalSetup: 'spec/consumer/setup.ts',
          fileParallelism: false,
        },
      },
      // Not with `npm test`: they want a browser. One file at a time, for a browser each is enough for a small machine.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['spec/browser/*.spec.ts'],
          globalSetup: 'spec/browser/setup.ts',
          fileParallelism: false,
        },
      },
    ],
  },
});

export default config;
