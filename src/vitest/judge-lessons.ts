import { join, normalize } from 'node:path';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { SerializedError } from 'vitest';
import { createVitest, type TestCase, type TestModule } from 'vitest/node';
import type { Reporter as VitestReporter } from 'vitest/reporters';
import type { LessonError, Outcome, Step } from '../learn/index.ts';
import Reporter from './reporter.ts';
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
}

/** Runs the specs of lessons by vitest, with a configuration of its own, in processes apart; an outcome for each, in their order. */
export async function judgeLessons(options: JudgeLessonsOptions): Promise<Outcome[]> {
  const { root, specs, seed, backend, out, together = false } = options;
  const told = new Told();
  // vitest's own words would mix with ours: what it has to say comes by its reporters.
  const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const vitest = await createVitest(
    'test',
    {
      ...{ config: false, root, include: [...specs], exclude: ['**/node_modules/**'], watch: false, cache: false },
      env: { GAINSAY_SEED: seed, GAINSAY_BACKEND: backend },
      pool: 'forks',
      isolate: !together,
      ...(together && { maxWorkers: 1 }),
      // As the specs of this repository are run: TypeScript by tsx, and the source where there is one.
      execArgv: ['--import', import.meta.resolve('tsx'), ...process.execArgv.filter(isCondition), ...source()],
      experimental: { viteModuleRunner: false, nodeLoader: false },
      // What vitest still noted of a spec’s imports when the spec was through is no error of the spec.
      onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
      reporters: [told, ...(out === undefined ? [] : [new Reporter({ out, onReport: () => {} })])],
    },
    {},
    { stdout: silent(), stderr: silent() },
  );
  const { exitCode } = process;
  try {
    await vitest.start();
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

const isCondition = (arg: string): boolean => /^(-C|--conditions)=/.test(arg);

/** Listens to what became of every spec. */
class Told implements VitestReporter {
  readonly #printed = new Map<string, string>();
  #modules: readonly TestModule[] = [];
  #errors: readonly SerializedError[] = [];

  onUserConsoleLog({ content, taskId }: { content: string; taskId?: string }): void {
    const key = taskId?.split('_')[0] ?? '';
    this.#printed.set(key, (this.#printed.get(key) ?? '') + stripVTControlCharacters(content));
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
    const [error] = [...(module?.errors() ?? []), ...outside];
    return {
      passed: error === undefined && steps.length > 0 && steps.every(({ passed }) => passed),
      steps,
      error: error ? errorOf(error) : module ? null : { name: 'Error', message: `${path} was not run`, stack: '' },
      printed: [...this.#printed].flatMap(([key, text]) => (key === '' || key === module?.id ? [text] : [])).join(''),
    };
  }
}

function stepOf(test: TestCase): Step {
  const { state, errors = [] } = test.result();
  return { passed: state === 'passed', record: test.meta().lesson ?? null, error: errors[0] ? errorOf(errors[0]) : null };
}

const errorOf = ({ name = 'Error', message, stack = '' }: SerializedError): LessonError => ({ name, message, stack });
