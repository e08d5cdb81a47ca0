import cliProgress from 'cli-progress';

/** Milliseconds between two lines of progress where there is no terminal to draw on. */
const WITHOUT_TERMINAL = 10_000;

const BAR = { barsize: 20, barGlue: '', barCompleteString: '█'.repeat(20), barIncompleteString: '░'.repeat(20) };

/** What is being judged, how far the run is, networks drawn and time, on standard error; a line now and then without a terminal. */
export class ProgressBar {
  readonly #bar: cliProgress.SingleBar;
  readonly #started = Date.now();
  /** Networks drawn so far, by spec file. */
  readonly #networks = new Map<string, number>();
  /** Spec files whose claims are not known yet: they are read when their turn comes. */
  #unread: number;
  #claims = 0;
  #done = 0;
  #now = 'loading';

  constructor(files: number) {
    this.#unread = files;
    this.#bar = new cliProgress.SingleBar({
      format: (_, { progress, value, total }) =>
        `${cliProgress.Format.BarFormat(progress, BAR)} ${value}/${total}${this.#state()}`,
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: WITHOUT_TERMINAL,
      clearOnComplete: true,
      hideCursor: true,
      linewrap: false,
    });
  }

  /** A spec file was read, and so many claims are to be judged in it. */
  read(claims: number): void {
    this.#unread--;
    this.#claims += claims;
    if (this.#bar.isActive) this.#bar.setTotal(this.#claims);
    else if (this.#claims > 0) this.#start();
  }

  /** What a spec file does now, and how many networks it has drawn. */
  look(file: string, now: string, networks: number): void {
    this.#networks.set(file, networks);
    this.#now = now;
    this.#bar.update(this.#done);
  }

  /** A claim is judged; `lines`, if there are any, go to standard output. */
  judged(lines: string): void {
    this.#done++;
    if (process.stderr.isTTY) {
      // A bar remembers where it began to draw: it must not be there while lines are printed above it.
      this.#bar.stop();
      if (lines) console.log(lines);
      this.#start();
    } else {
      this.#bar.update(this.#done);
      if (lines) console.log(lines);
    }
  }

  /** Takes the bar off the screen and gives the cursor back. */
  stop(): void {
    this.#bar.stop();
  }

  #start(): void {
    this.#bar.start(this.#claims, this.#done);
  }

  #state(): string {
    const networks = [...this.#networks.values()].reduce((sum, drawn) => sum + drawn, 0);
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    return `${this.#unread > 0 ? '+' : ''} claims · ${networks} networks · ${seconds} s · ${this.#now}`;
  }
}
