import cliProgress from 'cli-progress';

/** Milliseconds between two lines of progress where there is no terminal to draw on. */
const WITHOUT_TERMINAL = 10_000;

const BAR = { barsize: 20, barGlue: '', barCompleteString: '█'.repeat(20), barIncompleteString: '░'.repeat(20) };

/** A bar on standard error, with the time that is left: by the work that is done, for a wide cell takes a thousand times as long as a narrow one. */
export class SweepProgress {
  readonly #bar: cliProgress.SingleBar;
  #cells: number;
  #work = 0;

  /**
   * @param cells in all.
   * @param done of them before.
   * @param work of those that are left, in any unit.
   */
  constructor(cells: number, done: number, work: number) {
    this.#cells = done;
    const started = Date.now();
    this.#bar = new cliProgress.SingleBar({
      format: (_, { progress }) =>
        `${cliProgress.Format.BarFormat(this.#cells / cells, BAR)} ${this.#cells}/${cells} cells · ${left(started, progress)}`,
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: WITHOUT_TERMINAL,
      clearOnComplete: true,
      hideCursor: true,
      linewrap: false,
    });
    this.#bar.start(work, 0);
  }

  /** One more cell is done. */
  cell(work: number): void {
    this.#cells++;
    this.#work += work;
    this.#bar.update(this.#work);
  }

  /** Takes the bar off the screen, and gives the cursor back. */
  stop(): void {
    this.#bar.stop();
  }
}

function left(started: number, progress: number): string {
  if (progress === 0) return 'a moment';
  const seconds = Math.ceil(((Date.now() - started) / 1000 / progress) * (1 - progress));
  if (seconds < 120) return `${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min left` : `${Math.ceil(minutes / 60)} h left`;
}
