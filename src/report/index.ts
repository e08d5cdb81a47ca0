import type { RunRecord } from '../claim/index.ts';
export const html = (run: RunRecord): string => `<pre>${run.claims.length}</pre>`;
