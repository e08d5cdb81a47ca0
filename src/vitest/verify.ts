import { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { createVitest } from 'vitest/node';
import type { RunRecord } from '../claim/index.ts';
import Reporter from './reporter.ts';
import { summary } from './summary.ts';
import { Terminal } from './terminal.ts';

export interface VerifyOptions {
  /** Parts of the ids of the claims to judge; all claims, where it is empty. */
  ids: readonly string[];
  seed: string;
  backend: string;
  sampler: string;
  out: string;
  json: boolean;
  quiet: boolean;
}

/** The vitest project whose specs hold the claims; a suite without one is searched whole. */
const PROJECT = 'claims';

/**
 * Runs the claims of the specs in this folder by vitest, with our own progress and verdicts on the terminal.
 *
 * @returns the run's record, or `nothing` where no claim was judged: standard error says why.
 */
export async function verify({ ids, seed, backend, sampler, out, json, quiet }: VerifyOptions): Promise<RunRecord | 'nothing'> {
  // The specs run in processes of their own, and read their settings there.
  Object.assign(process.env, { GAINSAY_SEED: seed, GAINSAY_BACKEND: backend, GAINSAY_SAMPLER: sampler, GAINSAY_OUT: out });
  const terminal = new Terminal({ verdicts: !json, quiet });
  let record: RunRecord | undefined;
  const reporter = new Reporter({
    out,
    junit: true,
    // GitHub reads both streams, and a record on standard output must stay alone there.
    annotate: json ? console.error : console.log,
    onReport: (run, page) => {
      record = run;
      for (const error of run.errors) console.error(styleText('red', error));
      if (json) console.log(JSON.stringify(run, null, 1));
      else if (!quiet || !run.ok) console.log(`\n${summary(run, page)}`);
    },
  });
  const interrupt = () => {
    terminal.stop();
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  // vitest's own words would mix with ours: what it has to say comes by its reporters.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const vitest = await createVitest(
    'test',
    {
      watch: false,
      testNamePattern: pattern(ids),
      reporters: [terminal, reporter],
    },
    {},
    { stdout: silent, stderr: silent },
  );
  try {
    await vitest.standalone();
    const specifications = await vitest.globTestSpecifications();
    const claims = specifications.filter((one) => one.project.name === PROJECT);
    const { testModules } = await vitest.runTestSpecifications(claims.length > 0 ? claims : specifications, true);
    const unreadable = testModules.flatMap((module) =>
      module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
    );
    if (!record) for (const line of [...unreadable, absence(terminal.ids, ids)]) console.error(`gainsay: ${line}`);
    return record ?? 'nothing';
  } finally {
    await vitest.close();
    process.removeListener('SIGINT', interrupt);
  }
}

/** Matches the names of claims' tests, `id: sentence` behind the names of their suites, whose id contains one of `ids`. */
function pattern(ids: readonly string[]): RegExp {
  const any = ids.map((id) => id.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') || '/';
  return new RegExp(`(^|\\s)[a-z0-9/-]*(${any})[a-z0-9/-]*: `);
}

/** Why there is no verdict at all. */
function absence(there: readonly string[], wanted: readonly string[]): string {
  if (there.length === 0) return 'the specs in this folder hold no claim';
  return `no claim's id contains ${wanted.join(' or ')}; there are: ${there.toSorted().join(', ')}`;
}
