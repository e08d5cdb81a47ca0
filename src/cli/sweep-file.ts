import { closeSync, existsSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ParameterError } from '../parameter.ts';
import { headerLine, type SweepHeader, written } from '../sweep/index.ts';

/** The results of a sweep on disk. Each line is written at once, and a file is taken up where its last whole line ends. */
export class SweepFile {
  /** Cells that were there when it was opened. */
  readonly done: number;
  readonly path: string;
  readonly #descriptor: number;
  #size: number;

  /**
   * @param indices of the cells that the file is to hold, in order.
   * @throws ParameterError for a file of another sweep, and one that cannot be written to.
   */
  constructor(path: string, header: SweepHeader, indices: readonly number[]) {
    this.path = path;
    const { text, descriptor } = opened(path);
    this.#descriptor = descriptor;
    const { whole, done } = written(path, text, header, indices);
    this.done = done;
    this.#size = Buffer.byteLength(whole);
    ftruncateSync(descriptor, this.#size);
    if (this.#size === 0) this.append(headerLine(header));
  }

  /**
   * Adds a line.
   *
   * @throws ParameterError where another process has added one.
   */
  append(line: string): void {
    if (fstatSync(this.#descriptor).size !== this.#size)
      throw new ParameterError(this.path, 'written to by one process at a time', 'lines of another');
    const bytes = Buffer.from(line);
    for (let sent = 0; sent < bytes.length;)
      sent += writeSync(this.#descriptor, bytes, sent, bytes.length - sent, this.#size + sent);
    this.#size += bytes.length;
  }

  /** All that was written. */
  text(): string {
    return readFileSync(this.path, 'utf8');
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function opened(path: string): { text: string; descriptor: number } {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return { text, descriptor: openSync(path, text === '' ? 'w' : 'r+') };
  } catch (error) {
    throw error instanceof Error && 'code' in error
      ? new ParameterError('--out', `a folder that can be written to (${String(error.code)})`, dirname(path))
      : error;
  }
}
