import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { ParameterError } from '../parameter.ts';
import type { SweepAnswer, SweepTask } from './sweep-worker.ts';

/** Cells for each worker that are begun before the first of them is written: a slow one keeps no worker waiting. */
const AHEAD = 4;

/** A module that makes a thread read TypeScript: what `--import tsx` does in the first thread only. */
const typeScript = () =>
  `data:text/javascript,import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;

/** Threads that work on a sweep's cells. */
export class SweepPool {
  readonly #pool: Piscina<SweepTask, SweepAnswer>;
  readonly #ahead: number;

  constructor(workers: number) {
    // In the repository the worker is TypeScript, as this file is.
    const extension = extname(new URL(import.meta.url).pathname);
    this.#ahead = AHEAD * workers;
    this.#pool = new Piscina<SweepTask, SweepAnswer>({
      filename: new URL(`sweep-worker${extension}`, import.meta.url).href,
      minThreads: workers,
      maxThreads: workers,
      execArgv: extension === '.ts' ? ['--import', typeScript()] : [],
    });
  }

  /**
   * The lines of these cells, in their order, whichever was ready first.
   *
   * @throws ParameterError for a cell that was refused.
   */
  async *lines(tasks: Iterable<SweepTask>): AsyncGenerator<string, void, void> {
    const running: { task: SweepTask; answer: Promise<SweepAnswer> }[] = [];
    const first = async () => {
      const { task, answer } = running.shift()!;
      const { cell } = task.cell;
      const given = await answer;
      if ('refused' in given) throw new ParameterError(`cell ${cell}`, 'one that can be drawn', given.refused);
      return given.line;
    };
    for (const task of tasks) {
      const answer = this.#pool.run(task);
      // One that fails is heard of in its turn.
      answer.catch(() => {});
      running.push({ task, answer });
      if (running.length >= this.#ahead) yield await first();
    }
    while (running.length > 0) yield await first();
  }

  /** Ends the threads, whatever they are doing. */
  async end(): Promise<void> {
    await this.#pool.destroy();
  }
}
