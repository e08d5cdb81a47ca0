import { type ChildProcess, fork } from 'node:child_process';
import { ForksPoolWorker, type PoolOptions, type WorkerRequest } from 'vitest/node';
import { LIMIT } from './watchdog.ts';

/** How a process ended that nobody had asked to. */
export interface Ended {
  /** The specs that it was running. */
  readonly specs: readonly string[];
  /** `SIGABRT`, or `exit code 3`. */
  readonly by: string;
  /** Whether it was the watchdog that ended it: nothing else takes that long, and no other signal is its. */
  readonly held: boolean;
}

/**
 * The process that a lesson is judged in: vitest's own, but told of how it ended, where vitest says only that it did, and ended at once
 * where nobody waits for it any more, where vitest asks politely and a loop does not listen.
 */
export class LessonProcess extends ForksPoolWorker {
  override readonly name = 'lesson';
  readonly #signal: AbortSignal;
  readonly #onEnd: (ended: Ended) => void;
  readonly #kill = () => this.#child?.kill('SIGKILL');
  #child: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();
  #specs: readonly string[] = [];
  #since = 0;

  constructor(options: PoolOptions, signal: AbortSignal, onEnd: (ended: Ended) => void) {
    super(options);
    this.#signal = signal;
    this.#onEnd = onEnd;
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  override async start(): Promise<void> {
    this.#signal.throwIfAborted();
    const child = fork(this.entrypoint, [], {
      ...{ env: this.env, execArgv: this.execArgv, serialization: 'advanced' },
      // What is printed comes by vitest's messages.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#signal.addEventListener('abort', this.#kill);
    this.#gone = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.#signal.removeEventListener('abort', this.#kill);
        const held = signal === 'SIGKILL' && performance.now() - this.#since >= LIMIT;
        if (this.#child) this.#onEnd({ specs: this.#specs, by: signal ?? `exit code ${code}`, held });
        resolve();
      });
    });
  }

  /** Its spec has been judged: nothing that it might still be at is waited for. */
  override async stop(): Promise<void> {
    this.#kill();
    this.#child = undefined;
    await this.#gone;
  }

  override on(event: string, listener: (arg: unknown) => void): void {
    this.#child?.on(event, listener);
  }

  override off(event: string, listener: (arg: unknown) => void): void {
    this.#child?.off(event, listener);
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'run') {
      this.#specs = message.context.files.map(({ filepath }) => filepath);
      this.#since = performance.now();
    }
    if (this.#child?.connected) this.#child.send(message);
  }
}
