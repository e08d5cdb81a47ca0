import { expect, vi } from 'vitest';
import { toBeDrawnFrom, type ToBeDrawnFrom } from './to-be-drawn-from.ts';
import { toUphold, type ToUphold } from './to-uphold.ts';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as vitest declares it
  interface Matchers<T = any> extends ToUphold<T>, ToBeDrawnFrom {}
}

/** vitest's usual 5 s are for code that computes; a population takes as long as it takes, and this bound only ends one that hangs. */
const TEN_MINUTES = 600_000;

/** Where vitest keeps the configuration of the process that runs the specs. It has no other way to ask what the timeout is now. */
interface Worker {
  readonly __vitest_worker__?: { readonly config?: { readonly testTimeout?: number } };
}

// The command loads this room outside of a spec, too.
const config = (globalThis as Worker).__vitest_worker__?.config;
if (config) {
  expect.extend({ toUphold, toBeDrawnFrom });
  const { testTimeout = 0 } = config;
  // 0 is no limit at all.
  if (testTimeout > 0 && testTimeout < TEN_MINUTES) vi.setConfig({ testTimeout: TEN_MINUTES });
}
