import { cursorTo, clearLine } from 'node:readline';
import { styleText } from 'node:util';
import cliProgress from 'cli-progress';
import type { TestAnnotation } from 'vitest';
import type { TestCase, TestModule, TestSpecification } from 'vitest/node';
import type { Reporter } from 'vitest/reporters';
import { complaints, explain, type RunRecord } from '../claim/index.ts';
import { networksIn, PROGRESS } from './progress.ts';
import { verdictLine } from './verdict-line.ts';

export interface TerminalOptions {
  /** Whether verdicts go to standard output. */
  verdicts: boolean;
  /** Whether progress goes to standard error. */
  progress: boolean;
  /** Whether only what failed is told. */
  quiet: boolean;
}

/** Milliseconds between two lines of progress where there is no terminal to draw on. */
const WITHOUT_TERMINAL = 10_000;

/** A vitest reporter for people: one line a claim on standard output, and while it works a bar on standard error. */
export class Terminal implements Reporter {
  readonly #options: TerminalOptions;
  readonly #bar: cliProgress.SingleBar | undefined;
  /** Networks drawn so far, by spec file. */
  readonly #networks = new Map<string, number>();
  #ids: string[] = [];
  #total = 0;
  /** Spec files whose claims are not known yet: they are read when their turn comes. */
  #unread = 0;
  #done = 0;

  constructor(options: TerminalOptions) {
    this.#options = options;
    if (!options.progress) return;
    this.#bar = new cliProgress.SingleBar({
      format: (_, { progress, value, total, startTime }, { now }: { now?: string }) => {
        const networks = [...this.#networks.values()].reduce((sum, drawn) => sum + drawn, 0);
        const seconds = Math.round((Date.now() - (startTime ?? Date.now())) / 1000);
        return `${cliProgress.Format.BarFormat(progress, BAR)} ${value}/${total}${this.#unread > 0 ? '+' : ''} claims · ${networks} networks · ${seconds} s · ${now ?? 'loading'}`;
      },
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: WITHOUT_TERMINAL,
      clearOnComplete: true,
      hideCursor: true,
      linewrap: false,
    });
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#unread = specifications.length;
  }

  onTestModuleCollected(module: TestModule): void {
    this.#unread--;
    for (const test of module.children.allTests()) {
      const id = test.meta().gainsay?.id;
      if (id === undefined) continue;
      this.#ids.push(id);
      if (test.options.mode !== 'skip') this.#total++;
    }
    if (this.#total === 0) return;
    if (this.#bar?.isActive) this.#bar.setTotal(this.#total);
    else this.#bar?.start(this.#total, 0);
  }

  onTestCaseAnnotate(test: TestCase, annotation: TestAnnotation): void {
    if (annotation.type !== PROGRESS) return;
    this.#networks.set(test.module.id, networksIn(annotation.message));
    const now = annotation.message.replace(/, \d+ networks drawn$/, '');
    this.#bar?.update(this.#done, { now: `${test.meta().gainsay?.id}: ${now}` });
  }

  onTestCaseResult(test: TestCase): void {
    const meta = test.meta().gainsay;
    const { state, errors } = test.result();
    if (!meta || state === 'skipped') return;
    this.#done++;
    this.#bar?.update(this.#done);
    if (!this.#options.verdicts) return;
    const holds = meta.record !== undefined && complaints(meta.record).length === 0;
    if (holds && this.#options.quiet) return;
    const line = meta.record ? verdictLine(meta.record) : `${styleText('red', '✗ failed   ')} ${meta.id}`;
    this.#print(
      [line, ...(meta.record ? [explain(meta.record)] : (errors ?? []).map((error) => error.message))].filter(Boolean).join('\n'),
    );
  }

  onTestRunEnd(): void {
    this.stop();
  }

  /** What the run came to, and where the report is. */
  summary(run: RunRecord, page: string): void {
    for (const error of run.errors) console.error(styleText('red', error));
    if (this.#options.quiet && run.ok) return;
    const count = (verdict: string) => run.claims.filter((claim) => claim.verdict === verdict).length;
    const controls = run.claims.flatMap((claim) => claim.controls);
    const refuted = controls.filter((control) => control.verdict === 'refuted').length;
    const part = run.partial ? ` of ${run.of ?? 'more'}` : '';
    console.log(
      [
        '',
        `${run.claims.length}${part} ${run.claims.length === 1 && !run.partial ? 'claim' : 'claims'}: ${count('supported')} supported, ${count('refuted')} refuted, ${count('undecided')} undecided; ${refuted} of ${controls.length} controls refuted, as they must be`,
        `error rate spent ${run.spent.toPrecision(3)} of ${run.budget}; seed ${run.seed}; ${run.backend.name} (${run.backend.version}); ${run.networks} networks in ${run.times.seconds.toFixed(1)} s`,
        `report: ${page}`,
      ].join('\n'),
    );
  }

  /** Why there is no verdict at all. */
  nothing(ids: readonly string[]): void {
    if (this.#ids.length === 0) console.error('gainsay: the specs in this folder hold no claim');
    else console.error(`gainsay: no claim's id contains ${ids.join(' or ')}; there are: ${this.#ids.toSorted().join(', ')}`);
  }

  /** Takes the bar off the screen and gives the cursor back. */
  stop(): void {
    this.#bar?.stop();
  }

  #print(text: string): void {
    if (this.#bar && process.stderr.isTTY) {
      clearLine(process.stderr, 0);
      cursorTo(process.stderr, 0);
    }
    console.log(text);
  }
}

const BAR = { barsize: 20, barGlue: '', barCompleteString: '█'.repeat(20), barIncompleteString: '░'.repeat(20) };
