import { styleText } from 'node:util';
import type { TestAnnotation } from 'vitest';
import type { TestCase, TestModule, TestSpecification } from 'vitest/node';
import type { Reporter } from 'vitest/reporters';
import { complaints, explain } from '../claim/index.ts';
import { networksIn, PROGRESS, withoutNetworks } from './progress.ts';
import { ProgressBar } from './progress-bar.ts';
import { verdictLine } from './verdict-line.ts';

export interface TerminalOptions {
  /** Whether verdicts go to standard output. */
  verdicts: boolean;
  /** Whether only what failed is told, and no progress. */
  quiet: boolean;
}

/** A vitest reporter for people: one line a claim on standard output, and while it works a bar on standard error. */
export class Terminal implements Reporter {
  /** The ids of all claims that were seen, judged or not. */
  readonly ids: string[] = [];
  readonly #options: TerminalOptions;
  #bar: ProgressBar | undefined;

  constructor(options: TerminalOptions) {
    this.#options = options;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    if (!this.#options.quiet) this.#bar = new ProgressBar(specifications.length);
  }

  onTestModuleCollected(module: TestModule): void {
    const claims = [...module.children.allTests()].filter((test) => test.meta().gainsay);
    this.ids.push(...claims.map(idOf));
    this.#bar?.read(claims.filter((test) => test.options.mode !== 'skip').length);
  }

  onTestCaseAnnotate(test: TestCase, { type, message }: TestAnnotation): void {
    if (type === PROGRESS) this.#bar?.look(test.module.id, `${idOf(test)}: ${withoutNetworks(message)}`, networksIn(message));
  }

  onTestCaseResult(test: TestCase): void {
    if (!test.meta().gainsay || test.result().state === 'skipped') return;
    const lines = this.#options.verdicts ? told(test, this.#options.quiet) : '';
    if (this.#bar) this.#bar.judged(lines);
    else if (lines) console.log(lines);
  }

  onTestRunEnd(): void {
    this.stop();
  }

  stop(): void {
    this.#bar?.stop();
  }
}

const idOf = (test: TestCase): string => test.meta().gainsay?.id ?? '';

/** A claim's verdict, and what is wrong with it where something is; nothing of one that holds, if only failures are told. */
function told(test: TestCase, onlyFailures: boolean): string {
  const record = test.meta().gainsay?.record;
  if (!record)
    return [
      `${styleText('red', '✗ failed   ')} ${idOf(test)}`,
      ...(test.result().errors ?? []).map((error) => error.message),
    ].join('\n');
  if (complaints(record).length > 0) return `${verdictLine(record)}\n${explain(record)}`;
  return onlyFailures ? '' : verdictLine(record);
}
