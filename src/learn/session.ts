import type { Text } from '../claim/index.ts';
import type { Lesson, Outcome } from './lesson.ts';
import { firstUnsolved, type Progress } from './progress.ts';
import { briefing, failure, flowing, hint, list, printed, say, solution, type Style, success } from './screen.ts';
import type { Kept, Workshop } from './workshop.ts';
import { WORDS } from './words.ts';

/** What a session does to the world outside. */
export interface World {
  /** Runs a lesson's spec. */
  readonly judge: (lesson: Lesson) => Promise<Outcome>;
  /** Runs it again and writes the report; returns the page's path, null where there is nothing to report. */
  readonly report: (lesson: Lesson) => Promise<string | null>;
  /** Shows these lines in place of those before. */
  readonly show: (lines: readonly string[]) => void;
  readonly style: () => Style;
  /** The time, as ISO 8601 has it. */
  readonly now: () => string;
}

/** What the screen shows below the lesson's title. */
type View = 'lesson' | 'list' | 'solution';

/** A learner at work: which lesson, what became of it, and what is on the screen. Keys and saved files come in, lines go out. */
export class Session {
  readonly #workshop: Workshop;
  readonly #world: World;
  #progress: Progress;
  #lesson: Lesson;
  #outcome: Outcome | null = null;
  #view: View = 'lesson';
  #hints = 0;
  #note: Text | null;
  #running: Promise<void> | null = null;
  #again = false;
  #ended = false;
  #unwatch: () => void = () => {};

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
    // Only the list of lessons takes digits: 0 is the tenth.
    const chosen = /^\d$/.test(key) && this.#view === 'list' ? this.#workshop.lessons[(Number(key) + 9) % 10] : undefined;
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
    if (!this.#ended) this.#world.show(this.#lines());
  }

  /** Nothing is shown, watched or kept any more. */
  end(): void {
    this.#ended = true;
    this.#unwatch();
  }

  async #go(lesson: Lesson, note: Text | null = null): Promise<void> {
    this.#unwatch();
    this.#lesson = lesson;
    this.#outcome = null;
    this.#hints = 0;
    this.#view = 'lesson';
    this.#note = note;
    this.#unwatch = this.#workshop.watch(lesson, () => void this.#run());
    await this.#run();
  }

  /** Runs the lesson; where it is running already, once more when that is done. */
  async #run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      this.#working();
      return this.#running;
    }
    this.#running = this.#runs();
    try {
      await this.#running;
    } finally {
      this.#running = null;
    }
  }

  async #runs(): Promise<void> {
    do {
      this.#again = false;
      const lesson = this.#lesson;
      this.#view = 'lesson';
      this.#working();
      const putBack = this.#workshop.putSpecBack(lesson);
      const outcome = await this.#world.judge(lesson);
      if (this.#ended) return;
      this.#keep(this.#workshop.judged(lesson, outcome.passed, this.#world.now()));
      // A learner who has gone on to another lesson meanwhile wants to see that one.
      if (lesson !== this.#lesson) this.#again = true;
      else {
        this.#outcome = outcome;
        if (putBack) this.#note = WORDS.putBack;
      }
    } while (this.#again);
    this.draw();
    this.#note = null;
  }

  #working(): void {
    if (!this.#ended) this.#world.show([...this.#head(), '', say(WORDS.running, this.#world.style())]);
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
    const { hints } = this.#lesson;
    if (this.#hints === hints.length) this.#note = WORDS.noMoreHints;
    else this.#hints++;
    const seen = this.#hints;
    this.#keep(
      this.#workshop.change(this.#lesson, ({ hints: before, solved }) =>
        solved === null ? { hints: Math.max(before, seen) } : {},
      ),
    );
    this.#look('lesson');
  }

  #solution(): void {
    this.#keep(this.#workshop.change(this.#lesson, ({ solved, peeked }) => ({ peeked: peeked || solved === null })));
    this.#look(this.#view === 'solution' ? 'lesson' : 'solution');
  }

  async #report(): Promise<void> {
    if (this.#running) return;
    this.#working();
    const lesson = this.#lesson;
    this.#running = this.#world.report(lesson).then((page) => {
      this.#note =
        page === null ? WORDS.noNetworks : { en: `${WORDS.report.en}: ${page}`, zh: `${WORDS.report.zh ?? ''}：${page}` };
    });
    try {
      await this.#running;
    } finally {
      this.#running = null;
    }
    if (this.#again) return this.#run();
    this.draw();
    this.#note = null;
  }

  #look(view: View): void {
    this.#view = view;
    this.draw();
    this.#note = null;
  }

  #head(): string[] {
    return briefing(this.#lesson, this.#workshop.exercise(this.#lesson), this.#world.style());
  }

  #lines(): string[] {
    const style = this.#world.style();
    return [
      ...this.#body(style),
      ...(this.#note ? ['', ...flowing(this.#note, style).map((line) => style.mark('yellow', line))] : []),
      '',
      ...flowing(WORDS.keys, style).map((line) => style.mark('dim', line)),
    ];
  }

  #body(style: Style): string[] {
    if (this.#view === 'list')
      return [...list(this.#workshop.lessons, this.#progress, this.#lesson, style), '', ...flowing(WORDS.choose, style)];
    if (this.#view === 'solution') return [...this.#head(), '', ...solution(this.#lesson, style)];
    const exercise = this.#workshop.exercise(this.#lesson);
    if (!this.#outcome) return [...this.#head(), '', say(WORDS.running, style)];
    if (this.#outcome.passed) {
      return [style.mark('bold', say(this.#lesson.title, style)), '', ...success(this.#lesson, this.#outcome, exercise, style)];
    }
    return [
      ...this.#head(),
      '',
      ...failure(this.#outcome, exercise, style),
      ...printed(this.#outcome, style),
      // The last alone: all of them would push the chart off a small screen.
      ...(this.#hints > 0 ? ['', ...hint(this.#lesson, this.#hints, style)] : []),
      '',
      ...flowing(WORDS.watching, style).map((line) => style.mark('dim', line)),
    ];
  }
}
