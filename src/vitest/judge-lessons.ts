import { realpathSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { SerializedError } from 'vitest';
import { createVitest, type TestCase, type TestModule } from 'vitest/node';
import type { Reporter as VitestReporter } from 'vitest/reporters';
import type { LessonError, Outcome, Step } from '../learn/index.ts';
import { type Ended, LessonProcess } from './lesson-process.ts';
import type {} from './meta.ts';

export interface JudgeLessonsOptions {
  /** The folder that the lessons are in. */
  root: string;
  /** The specs to run: paths from `root`, with forward slashes. */
  specs: readonly string[];
  seed: string;
  backend: string;
  /** Where the report goes; none is written, where it is left out. */
  out?: string | undefined;
  /** Whether all specs share one process, one after the other: quicker, but what ends that process leaves the others unjudged. */
  together?: boolean;
  /** Ends the run, at once: what it comes to then says nothing of the lessons. */
  signal?: AbortSignal | undefined;
}

/** Runs the specs of lessons by vitest, with a configuration of its own, in processes apart; an outcome for each, in their order. */
export async function judgeLessons(options: JudgeLessonsOptions): Promise<Outcome[]> {
  const { specs, seed, backend, out, together = false, signal = new AbortController().signal } = options;
  // vitest calls a spec by what its folder really is.
  const root = realpathSync(options.root);
  const told = new Told(seed);
  // With the charts' library: who wants no report does not wait for it.
  const reporters = out === undefined ? [] : [new (await import('./reporter.ts')).default({ out, onReport: () => {} })];
  // vitest's own words would mix with ours: what it has to say comes by its reporters.
  const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const vitest = await createVitest(
    'test',
    {
      ...{ config: false, root, include: [...specs], exclude: ['**/node_modules/**'], watch: false, cache: false },
      // In law, where the weights are normal: it is exact, and a learner waits for every network.
      env: { GAINSAY_SEED: seed, GAINSAY_BACKEND: backend, GAINSAY_SAMPLER: 'law' },
      pool: { name: 'lesson', createPoolWorker: (worker) => new LessonProcess(worker, signal, (ended) => told.onEnd(ended)) },
      isolate: !together,
      ...(together && { maxWorkers: 1 }),
      // As the specs of this repository are run: TypeScript by tsx, and the source where there is one.
      execArgv: ['--import', import.meta.resolve('tsx'), ...source()],
      experimental: { viteModuleRunner: false, nodeLoader: false },
      // What vitest still noted of a spec’s imports when the spec was through is no error of the spec.
      onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
      reporters: [told, ...reporters],
    },
    {},
    { stdout: silent(), stderr: silent() },
  );
  const { exitCode } = process;
  try {
    if (!signal.aborted) await vitest.start();
    return specs.map((spec) => told.lesson(join(root, spec)));
  } finally {
    await vitest.close();
    // vitest takes a spec that fails for a failure of this process.
    process.exitCode = exitCode;
  }
}

/** In the repository, `gainsay` is its source. */
const source = (): string[] => (import.meta.url.endsWith('.ts') ? ['--conditions', 'gainsay:src'] : []);

const isSame = (a: string, b: string): boolean => normalize(a) === normalize(b);

/** Characters of what a lesson prints that are kept, its last: a loop that prints is no reason to run out of memory. */
const PRINTED = 20_000;

/** Listens to what became of every spec. */
class Told implements VitestReporter {
  readonly #seed: string;
  readonly #printed = new Map<string, string>();
  readonly #ended: Ended[] = [];
  #modules: readonly TestModule[] = [];
  #errors: readonly SerializedError[] = [];

  constructor(seed: string) {
    this.#seed = seed;
  }

  onEnd(ended: Ended): void {
    this.#ended.push(ended);
  }

  onUserConsoleLog({ content, taskId }: { content: string; taskId?: string }): void {
    const key = taskId?.split('_')[0] ?? '';
    this.#printed.set(key, ((this.#printed.get(key) ?? '') + stripVTControlCharacters(content)).slice(-PRINTED));
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    this.#modules = modules;
    this.#errors = errors;
  }

  lesson(path: string): Outcome {
    const module = this.#modules.find(({ moduleId }) => isSame(moduleId, path));
    const steps = module ? [...module.children.allTests()].map(stepOf) : [];
    // An error outside of any test says which spec it is of, or it ended the process: then it is of one that did not come to its end.
    const ended = module && ['passed', 'failed', 'skipped'].includes(module.state());
    const open = !ended || this.#modules.length === 1;
    const outside = this.#errors.filter(({ VITEST_TEST_PATH: of }) => (typeof of === 'string' ? isSame(of, path) : open));
    const end = this.#ended.find((one) => one.specs.some((spec) => isSame(spec, path)));
    const error = end ? endOf(end) : [...(module?.errors() ?? []), ...outside].map(errorOf)[0];
    return {
      passed: error === undefined && steps.length > 0 && steps.every(({ passed }) => passed),
      steps,
      error: error ?? (module ? null : { name: 'Error', message: `${path} was not run`, stack: '' }),
      seed: this.#seed,
      printed: [...this.#printed].flatMap(([key, text]) => (key === '' || key === module?.id ? [text] : [])).join(''),
    };
  }
}

function stepOf(test: TestCase): Step {
  const { state, errors = [] } = test.result();
  return { passed: state === 'passed', record: test.meta().lesson ?? null, error: errors[0] ? errorOf(errors[0]) : null };
}

const endOf = ({ by, held }: Ended): LessonError => ({
  ...{ name: 'Error', message: by, stack: '' },
  process: held ? 'held' : 'ended',
});

/** What is thrown need not be an error: then it has no stack, and what vitest makes of it no name, or no message. */
function errorOf(error: SerializedError): LessonError {
  const { name, message, stack }: Partial<SerializedError> = error;
  const shown = () => JSON.stringify(error, (key, value: unknown) => (key === 'stacks' ? undefined : value));
  return { name: name ?? 'Error', message: message ?? shown(), stack: stack ?? '' };
}
