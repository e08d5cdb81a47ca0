import type { Probe, Sampler } from '../network/index.ts';
import type { Seed } from '../random/index.ts';
import { difference } from './difference.ts';
import { Nondeterministic } from './nondeterministic.ts';
import { architectureOf, type EngineSource, type Population, populationOf, type Subject, type TraceOf } from './population.ts';

/** No backend computes more networks together: so many of a population that does not say how many it does are drawn again. */
const MOST_AT_ONCE = 32;

/** Traces of many realisations, drawn as they are asked for and kept: the sample that statistics are made from. */
export class Ensemble<T> {
  readonly traces: T[] = [];
  readonly #population: Population<T>;
  readonly #seed: Seed;
  readonly #onDraw: (realisations: number) => void;
  #drawing: Promise<void> = Promise.resolve();
  #confirmed: Promise<void> | undefined;
  /** Realisations that were drawn first, and may have been computed together. */
  #firstDrawn = 0;

  constructor(population: Population<T>, seed: Seed, onDraw: (realisations: number) => void = () => {}) {
    this.#population = population;
    this.#seed = seed;
    this.#onDraw = onDraw;
  }

  get name(): string {
    return this.#population.name;
  }

  /** The first `n` traces; those that are not there yet are drawn, once, whoever asks at the same time. */
  async first(n: number): Promise<readonly T[]> {
    // A draw that failed has told its own caller.
    this.#drawing = this.#drawing.catch(() => {}).then(() => this.#grow(n));
    await this.#drawing;
    return this.traces.slice(0, n);
  }

  /**
   * Draws the first realisation again, once, and compares.
   *
   * @throws Nondeterministic where it is another one now.
   */
  async confirm(): Promise<void> {
    if (this.traces.length === 0) return;
    await (this.#confirmed ??= this.#drawAgain());
  }

  async #drawAgain(): Promise<void> {
    const together = Math.min(this.#firstDrawn, (await this.#population.atOnce?.()) ?? MOST_AT_ONCE);
    const [again] = await this.#population.draw(this.#seed, 0, together);
    const found = difference(this.traces[0], again);
    if (found) throw new Nondeterministic(this.name, this.#seed, found);
  }

  async #grow(n: number): Promise<void> {
    const { length } = this.traces;
    if (length >= n) return;
    if (length === 0) this.#firstDrawn = n;
    for (const trace of await this.#population.draw(this.#seed, length, n)) this.traces.push(trace);
    this.#onDraw(n - length);
  }
}

/** The ensembles of one seed, one for each subject: claims about the same network share what was drawn of it. */
export class Ensembles {
  readonly seed: Seed;
  readonly engine: EngineSource;
  readonly sampler: Sampler;
  /** Networks drawn so far, for claims and for controls. */
  networks = 0;
  readonly #shared = new WeakMap<Subject, Ensemble<never>>();
  readonly #probes = new WeakMap<Subject, Set<Probe>>();

  constructor(seed: Seed, engine: EngineSource, sampler: Sampler = 'weights') {
    this.seed = seed;
    this.engine = engine;
    this.sampler = sampler;
  }

  /** Says what will be asked of a subject's traces. Said before the first is drawn, it saves drawing them twice. */
  expect(subject: Subject, probes: readonly Probe[]): void {
    const known = this.#probes.get(subject) ?? new Set();
    const more = probes.filter((probe) => !known.has(probe));
    if (more.length === 0) return;
    this.#probes.set(subject, new Set([...known, ...more]));
    // What was drawn does not show it.
    this.#shared.delete(subject);
  }

  /** The ensemble of a subject: the same one whoever asks. */
  of<S extends Subject>(subject: S): Ensemble<TraceOf<S>> {
    const known = this.#shared.get(subject);
    if (known) return known;
    const fresh = this.apart(subject, this.#probes.get(subject));
    this.#shared.set(subject, fresh as unknown as Ensemble<never>);
    return fresh;
  }

  /** An ensemble that nobody else asks for, and whose traces go with it. */
  apart<S extends Subject>(subject: S, probes: ReadonlySet<Probe> = new Set()): Ensemble<TraceOf<S>> {
    return new Ensemble(populationOf(subject, this.engine, probes, this.sampler), this.seed, (realisations) => {
      if (architectureOf(subject)) this.networks += realisations;
    });
  }
}
