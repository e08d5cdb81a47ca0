import type { ClaimRecord } from '../claim/index.ts';

/** What a claim's test tells the reporter. */
export interface ClaimMeta {
  id: string;
  /** Once it is judged. */
  record?: ClaimRecord;
  seed?: string;
  backend?: { name: string; version: string };
  /** Networks drawn so far by the file that the claim is in. */
  networks?: number;
}

declare module 'vitest' {
  interface TaskMeta {
    gainsay?: ClaimMeta;
  }
}
