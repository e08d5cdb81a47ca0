import { relative, sep } from 'node:path';
import type { MatcherState } from 'vitest';
import type { Settings } from './settings.ts';

/** What vitest's matchers know of the test that they are in; under the global `expect` of concurrent tests, nothing. */
interface Task {
  readonly name: string;
  readonly suite?: Task;
}

/** The line that runs one test again, with the same seed. */
export function rerunOf(
  state: MatcherState & { readonly task?: Task },
  { seed, backend, sampler }: Omit<Settings, 'out'>,
): string {
  const { testPath, task } = state;
  return [
    `GAINSAY_SEED=${quoted(seed)}`,
    ...(backend === 'auto' ? [] : [`GAINSAY_BACKEND=${backend}`]),
    ...(sampler === 'weights' ? [] : [`GAINSAY_SAMPLER=${sampler}`]),
    'npx vitest run',
    ...(testPath ? [quoted(relative(process.cwd(), testPath).split(sep).join('/'))] : []),
    ...(task ? ['-t', quoted(`^${pattern(fullName(task))}$`)] : []),
  ].join(' ');
}

/** The names of a test's suites and its own, as `-t` looks at them. The file is the outermost suite, and has no name of its own. */
function fullName({ name, suite }: Task): string {
  return suite?.name ? `${fullName(suite)} ${name}` : name;
}

const pattern = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A word as a shell takes it. */
export function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
