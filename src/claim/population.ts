import { setImmediate } from 'node:timers/promises';
import type { Architecture } from '../architecture/index.ts';
import {
  type Draws,
  drawsFromStreams,
  type Engine,
  type ModelBuilder,
  type ModelInput,
  type ModelSource,
  type ModelSubject,
  type ModelTrace,
  type Probe,
  realise,
  realiseBy,
  realiseModel,
  type Sampler,
  samplerFor,
  type Trace,
} from '../network/index.ts';
import { type Seed, Stream } from '../random/index.ts';

/** Anything that can be drawn again and again, independently: networks, or a small experiment. */
export interface Population<T> {
  readonly name: string;
  /** The realisations `from` ≤ index < `to`; each depends on the seed and its own index only. */
  readonly draw: (seed: Seed, from: number, to: number) => Promise<T[]>;
  /** How many are computed together, so that the last digits of one may depend on the others; as many as any backend does, where it is left out. */
  readonly atOnce?: () => Promise<number>;
}

/** Networks of one architecture whose numbers do not come from our streams. */
export interface DrawnNetworks {
  readonly name: string;
  readonly architecture: Architecture;
  /** The numbers of one realisation. */
  readonly draws: (seed: Seed, realisation: number) => Draws;
}

/**
 * What a claim is about: an architecture, networks drawn in a way of their own, or a TensorFlow.js model, whose realisations are traces; or
 * any other population.
 */
export type Subject = Architecture | DrawnNetworks | ModelSubject | Population<unknown>;

/** What one realisation of a subject shows. */
export type TraceOf<S> = S extends Population<infer T> ? T : S extends ModelLike ? ModelTrace : Trace;

/** A TensorFlow.js model in any of the forms that it may come in. */
export type ModelLike = ModelBuilder | ModelSource | { readonly model: ModelBuilder | ModelSource; readonly input?: ModelInput };

/** Gives the engine when it is first needed: an experiment needs none. */
export type EngineSource = () => Promise<Engine>;

/** Runs of an experiment between which its thread is let go: a run may take long, and whoever waits must be able to end it. */
const BREATH = 16;

/** An experiment that needs no network: `run` gets a stream of its own for every realisation. */
export function experiment<T>(name: string, run: (stream: Stream) => T): Population<T> {
  const draw = async (seed: Seed, from: number, to: number) => {
    const drawn: T[] = [];
    for (let i = from; i < to; i++) {
      drawn.push(run(new Stream(seed, `${i}/experiment`)));
      if (drawn.length % BREATH === 0) await setImmediate();
    }
    return drawn;
  };
  return { name, draw };
}

/** The population behind a subject; the traces of networks show what `probes` say. */
export function populationOf<S extends Subject>(
  subject: S,
  engine: EngineSource,
  probes: ReadonlySet<Probe>,
  sampler: Sampler = 'weights',
): Population<TraceOf<S>> {
  if ('draw' in subject) return subject as Population<TraceOf<S>>;
  if ('model' in subject) return models(subject, engine, probes) as Population<TraceOf<S>>;
  const draw = async (seed: Seed, from: number, to: number) =>
    'draws' in subject
      ? realise(await engine(), subject.architecture, (realisation) => subject.draws(seed, realisation), from, to, probes)
      : realiseBy(sampler, engine, subject, seed, from, to, probes);
  const inLaw = !('draws' in subject) && samplerFor(subject, sampler, probes) === 'law';
  const atOnce = async () => (inLaw ? 1 : (await engine()).networksAtOnce);
  return { name: 'draws' in subject ? subject.name : describe(subject), draw, atOnce } as Population<TraceOf<S>>;
}

/** A TensorFlow.js model, drawn anew for each realisation, one at a time. */
function models(subject: ModelSubject, engine: EngineSource, probes: ReadonlySet<Probe>): Population<ModelTrace> {
  return {
    name: subject.model.name,
    draw: async (seed, from, to) => realiseModel(await engine(), subject, seed, from, to, probes),
  };
}

/** A subject's networks with the numbers that they are made of, those of an architecture from our streams; undefined for another population. */
export function drawnNetworks(subject: Subject): DrawnNetworks | undefined {
  if ('draw' in subject || 'model' in subject) return undefined;
  if ('draws' in subject) return subject;
  return {
    name: describe(subject),
    architecture: subject,
    draws: (seed, realisation) => drawsFromStreams(subject, seed, realisation),
  };
}

/** The architecture of a subject whose realisations are networks. */
export function architectureOf(subject: Subject): Architecture | undefined {
  return drawnNetworks(subject)?.architecture;
}

/** An architecture in one line, as the report prints it. */
function describe({ batch, input, layers }: Architecture): string {
  const [{ fanIn, activation, init, bias }] = layers;
  const widths = [fanIn, ...layers.map((layer) => layer.fanOut)];
  const units = widths.every((width) => width === fanIn)
    ? `${layers.length} ${layers.length === 1 ? 'layer' : 'layers'} × ${fanIn} units`
    : `${widths.join('–')} units`;
  const biases = bias ? `, bias ${bias.name}` : '';
  const rows = input ? ` of q ${listed(input.secondMoment)} and cosine ${digits(input.cosine)}` : '';
  return `${units}, ${activation.name}, ${init.name}${biases}, batch ${batch}${rows}`;
}

const digits = (value: number) => String(Number(value.toPrecision(4)));

const listed = (values: number | readonly number[]) => [values].flat().map(digits).join(' and ');
