import type { Architecture } from '../architecture/index.ts';
import { type Engine, realise, type Trace } from '../network/index.ts';
import { type Seed, Stream } from '../random/index.ts';

/** Anything that can be drawn again and again, independently: networks, or a small experiment. */
export interface Population<T> {
  readonly name: string;
  /** The realisations `from` ≤ index < `to`; each depends on the seed and its own index only. */
  readonly draw: (seed: Seed, from: number, to: number) => Promise<T[]>;
}

/** What a claim is about: an architecture, whose realisations are traces, or any other population. */
export type Subject = Architecture | Population<unknown>;

/** What one realisation of a subject shows. */
export type TraceOf<S> = S extends Population<infer T> ? T : Trace;

/** Gives the engine when it is first needed: an experiment needs none. */
export type EngineSource = () => Promise<Engine>;

/** An experiment that needs no network: `run` gets a stream of its own for every realisation. */
export function experiment<T>(name: string, run: (stream: Stream) => T): Population<T> {
  const draw = (seed: Seed, from: number, to: number) =>
    Promise.resolve(Array.from({ length: to - from }, (_, i) => run(new Stream(seed, `${from + i}/experiment`))));
  return { name, draw };
}

/** The population behind a subject. */
export function populationOf<S extends Subject>(subject: S, engine: EngineSource): Population<TraceOf<S>> {
  if (!isArchitecture(subject)) return subject as Population<TraceOf<S>>;
  const draw = async (seed: Seed, from: number, to: number) =>
    realise(await engine(), subject, seed, from, to) as Promise<TraceOf<S>[]>;
  return { name: describe(subject), draw };
}

export function isArchitecture(subject: Subject): subject is Architecture {
  return 'layers' in subject;
}

/** An architecture in one line, as the report prints it. */
function describe({ batch, layers }: Architecture): string {
  const [{ fanIn, activation, init }] = layers;
  const widths = [fanIn, ...layers.map((layer) => layer.fanOut)];
  const units = widths.every((width) => width === fanIn)
    ? `${layers.length} layers × ${fanIn} units`
    : `${widths.join('–')} units`;
  return `${units}, ${activation.name}, ${init.name}, batch ${batch}`;
}
