import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Seconds, or why there are none. */
export type Answer = { readonly seconds: number } | { readonly missing: string };

/** A Python process that works on request, and stays alive between: it is timed beside us, round by round. */
export class Python {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #gone: string | undefined;

  constructor(command: string) {
    this.#child = spawn(command, [fileURLToPath(new URL('pytorch_baseline.py', import.meta.url)), basename(command)]);
    this.#child.on('error', (error) => (this.#gone = `${command} does not run: ${error.message}`));
    // A pipe that broke is told of by the process's end.
    this.#child.stdin.on('error', () => {});
    this.#child.stderr.pipe(process.stderr);
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  async ask(request: Record<string, unknown>): Promise<Answer> {
    return (await this.#exchange(request)) as Answer;
  }

  /** Python's version and those of its libraries; none of a Python that does not run. */
  async versions(): Promise<Record<string, string | number>> {
    const answer = await this.#exchange({ what: 'versions' });
    return 'versions' in answer ? (answer.versions as Record<string, string | number>) : {};
  }

  /** The most memory that the process ever had, in MB. */
  async peak(): Promise<number | undefined> {
    const answer = await this.#exchange({ what: 'peak' });
    return 'megabytes' in answer ? (answer.megabytes as number) : undefined;
  }

  end(): void {
    this.#child.stdin.end();
  }

  async #exchange(request: Record<string, unknown>): Promise<object> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = (await this.#lines.next()) as IteratorResult<string, undefined>;
    if (!done) return JSON.parse(value) as object;
    return { missing: this.#gone ?? 'python ended' };
  }
}
