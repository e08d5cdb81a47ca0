import type { Text } from '../claim/index.ts';
import { type Lesson, numberOf, type Outcome } from './lesson.ts';
import { firstUnsolved, type Progress } from './progress.ts';
import type { Style } from './screen.ts';
import { type Shown, view } from './view.ts';
import type { Kept, Workshop } from './workshop.ts';
import { reportOf, WORDS } from './words.ts';

/** What a session does to the world outside. */
export interface World {
  /** Runs a lesson's spec; a signal ends the run, and then nobody looks at what it came to. */
  readonly judge: (lesson: Lesson, signal?: AbortSignal) => Promise<Outcome>;
  /** Draws an outcome's networks again and writes the report; returns the page's path, null where there is nothing to report. */
  readonly report: (lesson: Lesson, seed: string, signal: AbortSignal) => Promise<string | null>;
  /** Shows these lines in place of those before. */
  readonly show: (lines: readonly string[]) => void;
  readonly style: () => Style;
  /** The time, as ISO 8601 has it. */
  readonly now: () => string;
  /** Takes what went wrong where nobody waits: after a save. */
  readonly fail: (error: unknown) => void;
}

/** A learner at work: which lesson, what became of it, and what is on the screen. Keys and saved files come in, lines go out. */
export class Session {
  readonly #workshop: Workshop;
  readonly #world: World;
  #progress: Progress;
  #lesson: Lesson;
  #outcome: Outcome | null = null;
  #view: Shown['view'] = 'lesson';
  #hints = 0;
  #note: Text | null;
  /** Ends what is on its way; null where nothing is. */
  #stop: AbortController | null = null;
  #last: Promise<void> = Promise.resolve();
  #ended = false;
  #unwatch: () => void = () => {};

  /** @param kept the progress, and what is to be told at the start. */
  constructor(workshop: Workshop, world: World, start: Lesson, { progress, told }: Kept) {
    this.#workshop = workshop;
    this.#world = world;
    this.#lesson = start;
    this.#progress = progress;
    this.#note = told;
  }

  /** Shows the lesson, and runs it. */
  async start(): Promise<void> {
    await this.#go(this.#lesson, this.#note);
  }

  /** What a key does; true where it ends the session. */
  async press(key: string): Promise<boolean> {
    if (key === 'q') return true;
    const chosen = /^\d$/.test(key) && this.#view === 'list' ? this.#numbered(Number(key) || 10) : undefined;
    if (chosen) await this.#go(chosen);
    else if (key === 'n') await this.#next();
    else if (key === 'h') this.#hint();
    else if (key === 's') this.#solution();
    else if (key === 'l') this.#look(this.#view === 'list' ? 'lesson' : 'list');
    else if (key === 'r') await this.#report();
    else if (key === 'return' || key === 'escape') this.#look('lesson');
    return false;
  }

  /** The screen again: the terminal has another size. */
  draw(): void {
    if (!this.#ended) this.#world.show(view(this.#shown(), this.#world.style()));
  }

  /** Nothing is shown, watched or kept any more; resolves once what was on its way has ended. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#unwatch();
    this.#stop?.abort();
    await this.#last.catch(() => {});
  }

  /** Only the list of lessons takes digits: 0 is the tenth. */
  #numbered(number: number): Lesson | undefined {
    return this.#workshop.lessons.find((lesson) => numberOf(lesson) === number);
  }

  async #go(lesson: Lesson, note: Text | null = null): Promise<void> {
    this.#unwatch();
    this.#unwatch = () => {};
    this.#lesson = lesson;
    this.#outcome = null;
    this.#hints = 0;
    const saved = () => void this.#run().catch(this.#world.fail);
    this.#unwatch = this.#workshop.watch(lesson, saved, this.#world.fail);
    await this.#run(note);
  }

  async #run(note: Text | null = null): Promise<void> {
    this.#view = 'lesson';
    this.#note = note;
    await this.#alone(async (signal) => {
      const lesson = this.#lesson;
      const putBack = this.#workshop.putSpecBack(lesson);
      const outcome = await this.#world.judge(lesson, signal);
      if (signal.aborted) return;
      this.#outcome = outcome;
      this.#keep(this.#workshop.judged(lesson, outcome.passed, this.#world.now()));
      if (putBack) this.#note = WORDS.putBack;
    });
  }

  /** Does this, and shows what came of it. What is on its way is ended first: nobody wants to know any more. */
  async #alone(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.draw();
    this.#last = this.#last
      .catch(() => {})
      .then(() => (stop.signal.aborted ? undefined : work(stop.signal)))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
      });
    await this.#last;
    if (stop.signal.aborted) return;
    this.#stop = null;
    this.draw();
  }

  #keep({ progress, told }: Kept): void {
    this.#progress = progress;
    this.#note = told ?? this.#note;
  }

  async #next(): Promise<void> {
    const { lessons } = this.#workshop;
    const following = lessons[lessons.indexOf(this.#lesson) + 1] ?? firstUnsolved(lessons, this.#progress);
    if (following && following !== this.#lesson) return this.#go(following);
    this.#note = firstUnsolved(lessons, this.#progress) ? WORDS.last : WORDS.allSolved;
    this.draw();
  }

  #hint(): void {
    // Whoever has solved it needs none.
    if (this.#outcome?.passed) return;
    const none = this.#hints === this.#lesson.hints.length;
    const seen = none ? this.#hints : ++this.#hints;
    this.#look('lesson', none ? WORDS.noMoreHints : null, () =>
      this.#workshop.change(this.#lesson, ({ hints, solved }) => (solved === null ? { hints: Math.max(hints, seen) } : {})),
    );
  }

  #solution(): void {
    this.#look(this.#view === 'solution' ? 'lesson' : 'solution', null, () =>
      this.#workshop.change(this.#lesson, ({ peeked, solved }) => ({ peeked: peeked || solved === null })),
    );
  }

  async #report(): Promise<void> {
    if (this.#stop || !this.#outcome) return;
    const { seed } = this.#outcome;
    this.#view = 'lesson';
    this.#note = null;
    await this.#alone(async (signal) => {
      const page = await this.#world.report(this.#lesson, seed, signal);
      if (!signal.aborted) this.#note = page === null ? WORDS.noNetworks : reportOf(page);
    });
  }

  #look(at: Shown['view'], note: Text | null = null, change?: () => Kept): void {
    this.#view = at;
    this.#note = note;
    if (change) this.#keep(change());
    this.draw();
  }

  #shown(): Shown {
    const { lessons } = this.#workshop;
    const exercise = this.#workshop.exercise(this.#lesson);
    const [progress, lesson, outcome, hints, note] = [this.#progress, this.#lesson, this.#outcome, this.#hints, this.#note];
    return { lessons, exercise, progress, lesson, outcome, hints, note, view: this.#view, running: this.#stop !== null };
  }
}
