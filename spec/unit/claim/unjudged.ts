import { register } from 'node:module';
import type { Architecture } from '../../../src/architecture/index.ts';
import { type Claim, listed, type Statement } from '../../../src/claim/index.ts';
import type { Trace } from '../../../src/network/index.ts';
import { ALPHA } from '../../../src/stats/index.ts';

/** What a claim says, and the error rate that it may spend on it. */
export interface Unjudged {
  id: string;
  statements: readonly Statement<Trace>[];
  alpha: number;
}

const claims: Unjudged[] = [];

/** In the place of the function that has a claim judged. @public */
export function claim(id: string, _: string, { says, alpha = ALPHA }: Pick<Claim<Architecture>, 'says' | 'alpha'>): void {
  claims.push({ id, statements: listed(says), alpha });
}

interface Describe {
  (name: string, body: () => void): void;
  each(cases: readonly unknown[]): (name: string, body: (one: unknown) => void) => void;
}

/** In the place of vitest's: there are no tests to be put into suites. @public */
export const describe: Describe = Object.assign((_: string, body: () => void) => body(), {
  each: (cases: readonly unknown[]) => (_: string, body: (one: unknown) => void) => cases.forEach((one) => body(one)),
});

/** The claims of spec files, read and not judged: what the files import to have them judged is this module instead. */
export async function unjudged(files: readonly URL[]): Promise<Unjudged[]> {
  const hooks = `
    const files = ${JSON.stringify(files)};
    const judging = ['vitest', 'gainsay/vitest'];
    export const resolve = (name, context, next) =>
      judging.includes(name) && files.includes(context.parentURL)
        ? { url: ${JSON.stringify(import.meta.url)}, shortCircuit: true }
        : next(name, context);`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
  claims.length = 0;
  for (const file of files) await import(file.href);
  return [...claims];
}
