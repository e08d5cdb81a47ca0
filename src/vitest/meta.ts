import type { ClaimRecord, LessonRecord } from '../claim/index.ts';
import type { Sampler } from '../network/index.ts';

/** What a claim's test tells the reporter, which may run on another machine: only what JSON holds, and nothing that both must know. */
export interface ClaimMeta {
  id: string;
  /** Once it is judged. */
  record?: ClaimRecord;
  seed?: string;
  sampler?: Sampler;
  backend?: { name: string; version: string };
  versions?: { gainsay: string; node: string };
  /** Networks drawn so far by the file that the claim is in. */
  networks?: number;
}

declare module 'vitest' {
  interface TaskMeta {
    gainsay?: ClaimMeta;
    lesson?: LessonRecord;
  }
}
