import type { RunRecord } from '../claim/index.ts';

/** The one line that draws every verdict again, filtered or not. */
export function rerunAll({ seed, backend, sampler, rerun }: RunRecord): string {
  if (rerun !== undefined) return rerun;
  const drawn = backend.name === 'none' ? '' : ` --backend ${quoted(backend.name)}`;
  return `npx gainsay verify --seed ${quoted(seed)}${drawn}${sampler === 'law' ? ' --sampler law' : ''}`;
}

/** A word of a POSIX shell's. */
function quoted(word: string): string {
  return /^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
