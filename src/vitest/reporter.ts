import { styleText } from 'node:util';
import type { TestModule, TestRunEndReason, TestSpecification, Vitest } from 'vitest/node';
import type { Reporter as VitestReporter } from 'vitest/reporters';
import type { RunRecord } from '../claim/index.ts';
import { tellGitHub } from './github.ts';
import { writeReport } from './report-files.ts';
import { runRecord } from './run-record.ts';
import { settingsIn, settleSeed } from './settings.ts';

export interface ReporterOptions {
  /** The folder that reports are written to. */
  out?: string;
  /** Whether to write `junit.xml` of the claims alone; left out, it is for vitest's own reporter, which knows all tests. */
  junit?: boolean;
  /** Where GitHub's annotations go, line by line; standard output, if left out. */
  annotate?: (line: string) => void;
  /** Called with the record and the page's path once both are written; prints a line, if left out. */
  onReport?: (run: RunRecord, page: string) => void;
}

/**
 * A vitest reporter that writes `report.json`, `index.html` and `summary.md` from the claims that a run judged, and on GitHub Actions
 * annotates them and adds the summary to the job's.
 */
export default class Reporter implements VitestReporter {
  readonly #out: string;
  readonly #junit: boolean;
  readonly #annotate: (line: string) => void;
  readonly #onReport: (run: RunRecord, page: string) => void;
  #vitest: Vitest | undefined;
  #started = 0;
  #asked: ReadonlySet<string> = new Set();

  constructor({ out, junit = false, annotate = console.log, onReport }: ReporterOptions = {}) {
    this.#out = out ?? settingsIn(process.env).out;
    this.#junit = junit;
    this.#annotate = annotate;
    this.#onReport = onReport ?? printed;
    settleSeed(process.env);
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#started = Date.now();
    this.#asked = new Set(specifications.map((one) => one.project.name));
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly { message?: string }[],
    reason: TestRunEndReason,
  ): Promise<void> {
    // vitest runs what failed or took long last time first: the record is not to depend on the last run.
    const byName = modules.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const run = runRecord({
      tests: byName.flatMap((module) => [...module.children.allTests()]),
      moduleErrors: byName.flatMap((module) => module.errors().map((error) => `${module.relativeModuleId}: ${error.message}`)),
      errors: errors.map((error) => error.message ?? 'an error without a message').toSorted(),
      interrupted: reason === 'interrupted',
      byFile: await this.#leftOut(modules),
      started: this.#started,
      seconds: this.#milliseconds() / 1000,
    });
    // A run that judged no claim has nothing to report, and leaves the last report as it is.
    if (!run) return;
    this.#onReport(run, await writeReport(run, this.#out, this.#junit));
    tellGitHub(run, process.env, this.#annotate);
    // What is wrong with the claims together (seeds, the budget, an id that is there twice) no test has failed for.
    if (!run.ok) process.exitCode ||= 1;
  }

  /** Whether files were not run: by a filter, or because they are another shard's, which is known at the end only. */
  async #leftOut(modules: readonly TestModule[]): Promise<boolean> {
    const ran = new Set(modules.map((module) => module.id));
    const all = (await this.#vitest?.globTestSpecifications()) ?? [];
    return all.some((one) => this.#asked.has(one.project.name) && !ran.has(one.taskId));
  }

  /** How long the run took; of shards that were merged, all of them one after the other. */
  #milliseconds(): number {
    const shards = this.#vitest?.state.blobs?.executionTimes;
    return shards ? shards.reduce((sum, one) => sum + one, 0) : Date.now() - this.#started;
  }
}

const nameOf = ({ relativeModuleId, project }: TestModule): string => `${relativeModuleId} ${project.name}`;

/** Below vitest's own summary, and aligned with it. */
function printed({ claims, partial, seed, backend, errors }: RunRecord, page: string): void {
  const supported = claims.filter((claim) => claim.verdict === 'supported').length;
  const part = partial ? ', in a part of the suite' : '';
  console.log(
    `\n     Claims  ${supported} of ${claims.length} supported${part}, seed ${seed}, ${backend.name} (${backend.version}): ${page}`,
  );
  for (const error of errors) console.log(`             ${styleText('red', error.split('\n')[0])}`);
}
