import type { SingleBar } from 'cli-progress';
import { cellBar } from './cell-bar.ts';

/** How far a sweep is: the time that is left is told by the work that is done, for a wide cell takes a thousand times as long as a narrow one. */
export class SweepProgress {
  readonly #bar: SingleBar;
  #cells: number;
  #work = 0;

  /**
   * @param cells in all.
   * @param done of them before.
   * @param work of those that are left, in any unit.
   */
  constructor(cells: number, done: number, work: number) {
    this.#cells = done;
    this.#bar = cellBar(cells, () => this.#cells);
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
