import { afterAll, test } from 'vitest';
import type { Architecture } from '../architecture/index.ts';
import {
  chinese,
  type ClaimRecord,
  type CourseRecord,
  type Ensemble,
  Ensembles,
  failedNetworks,
  judgeUncontrolled,
  layersOf,
  type LessonRecord,
  listed,
  needsOf,
  type Says,
  type Text,
} from '../claim/index.ts';
import { type Engine, loadEngine, type Trace } from '../network/index.ts';
import { endingAt } from '../stats/index.ts';
import { version } from '../version.ts';
import { type Decided, decided, nearly, seenIn } from './decided.ts';
import type {} from './meta.ts';
import { NotYet } from './not-yet.ts';
import { settingsIn } from './settings.ts';
import { watchImport, watchThread } from './watchdog.ts';

export type { Decided };
export { given, positive } from './given.ts';
export { knownFor } from './known-for.ts';

/** Error rate of one judgement. A lesson makes eight at most: a class of a hundred who save a thousand times each is told something wrong once in ten classes. */
const ALPHA = 1e-7;

/** Most networks of one judgement: an answer that is still undecided then is too near an edge to be called right. */
const NETWORKS = 128;

/** A lesson's step ends by itself: this bound only ends one that waits for ever, and an answer that draws networks of its own may take minutes. */
const LONGEST = 600_000;

const { seed, backend, sampler } = settingsIn(process.env);

let engine: Promise<Engine> | undefined;

watchThread();

/** Steps that this file has registered, and whether one of them has failed: what comes after it waits, for a learner mends one thing at a time. */
let [steps, failed] = [0, false];

/** Until a spec's first step is registered, its exercise is being read; a process may read several, one after the other. */
let read = watchImport();

/** What a lesson wants of networks, and what it tells a learner whose networks do otherwise. */
export interface Wanted {
  /** What the std after every layer should be, for the chart: one number, or one for each layer. */
  readonly goal: number | ((layer: number) => number);
  /** What the chart shows; `std` by default. */
  readonly shows?: CourseRecord['of'];
  /** Why the answer is not right yet, by what was seen of the statement that decided. */
  readonly unless: (seen: Decided) => Text;
  /** What is told where networks that are to uphold it leave it undecided; that it is too near to an edge, where it is left out. */
  readonly nearly?: (seen: Decided) => Text;
}

/** What a lesson judges an answer with. */
export interface Bench {
  /** The seed of this run. */
  readonly seed: string;
  /** Goes on where the networks uphold these statements; else the step ends here, with what `unless` says. */
  readonly uphold: (network: Architecture, says: Says<Trace>, wanted: Wanted) => Promise<void>;
  /** Goes on where the networks are seen not to uphold them. */
  readonly refute: (network: Architecture, says: Says<Trace>, wanted: Wanted) => Promise<void>;
  /** Ends the step here: the answer is not right yet. */
  readonly refuse: (told: Text, ...seen: readonly Text[]) => never;
}

/**
 * Registers one step of a lesson as a test: it fails until the learner's answer makes `judged` go through. What it showed goes to
 * `gainsay learn` with the task, and networks to the report.
 *
 * @param sentence what a right answer does, as one would say it.
 *
 * @example
 * lesson(both('the signal keeps its std', '信号保持标准差'), async ({ uphold }) => {
 *   const network = mlp({ width: 256, depth: 100, init: normal({ std: weightStd(256) }) });
 *   await uphold(network, growsBy(1), { goal: 1, unless: ({ estimate }) => both(`it grows ${estimate}-fold`, `增长 ${estimate} 倍`) });
 * });
 */
export function lesson(sentence: Text, judged: (bench: Bench) => void | Promise<void>): void {
  const step = ++steps;
  read();
  afterAll(() => {
    [steps, failed] = [0, false];
    read();
    read = watchImport();
  });
  test(sentence.en, { timeout: LONGEST }, async ({ task, skip }) => {
    if (failed) skip();
    const record: LessonRecord = { sentence, told: null, seen: [], course: null };
    task.meta.lesson = record;
    const ensembles = new Ensembles(seed, () => (engine ??= loadEngine(backend)), sampler);
    const wants = (verdict: 'supported' | 'refuted'): Bench['uphold'] => {
      return async (network, says, wanted) => {
        const { claim, course } = await judgedOf(ensembles, idOf(task.file.filepath, step), sentence, network, says, wanted);
        // Networks that must be refuted, and are, are none to show: in the report they would stand as a failure.
        if (verdict === 'supported' || claim.verdict !== verdict) record.course = course;
        if (verdict === 'supported') task.meta.gainsay = await claimMeta(claim);
        if (claim.verdict === verdict) return;
        const tell = verdict === 'supported' && claim.verdict === 'undecided' ? (wanted.nearly ?? nearly) : wanted.unless;
        throw new NotYet(tell(decided(claim)), seenIn(claim, seed));
      };
    };
    const bench: Bench = {
      seed,
      uphold: wants('supported'),
      refute: wants('refuted'),
      refuse: (told, ...seen) => {
        throw new NotYet(told, seen);
      },
    };
    try {
      await judged(bench);
    } catch (error) {
      failed = true;
      if (error instanceof NotYet) Object.assign(record, { told: error.told, seen: error.seen });
      throw error;
    }
  });
}

/** The claim that a step makes of a learner's networks. */
async function judgedOf(
  ensembles: Ensembles,
  id: string,
  sentence: Text,
  network: Architecture,
  says: Says<Trace>,
  { goal, shows = 'std' }: Wanted,
): Promise<{ claim: ClaimRecord; course: CourseRecord }> {
  const statements = listed(says).map((one) =>
    one.kind === 'exact' ? one : { ...one, schedule: endingAt(NETWORKS, one.schedule?.first) },
  );
  ensembles.expect(network, [...needsOf(statements), ...(shows === 'std' ? [] : (['gradient'] as const))]);
  const ensemble: Ensemble<Trace> = ensembles.of(network);
  const claim = await judgeUncontrolled(
    {
      ...{ id, sentence: sentence.en, because: '', source: 'gainsay learn', says: statements, alpha: ALPHA },
      zh: { sentence: chinese(sentence), because: '', teaches: '' },
    },
    {
      sample: ensemble,
      subject: ensemble.name,
      rerun: 'npx gainsay learn',
      failed: () => {
        const failed = failedNetworks(network, ensemble.traces);
        if (!failed) throw new TypeError('a lesson is about networks');
        return failed;
      },
    },
  );
  const layers = layersOf('std', network, ensemble.traces, null);
  const gradient = shows === 'std' ? null : layersOf(shows, network, ensemble.traces, null);
  const { median, networks } = gradient ?? layers;
  return {
    claim: { ...claim, layers, gradient },
    course: {
      of: shows,
      median,
      goal: network.layers.map((_, layer) => (typeof goal === 'number' ? goal : goal(layer))),
      networks,
    },
  };
}

/** `lessons/01-exploding-1`: what the report calls a step. */
function idOf(spec: string, step: number): string {
  const folder = spec.split(/[\\/]/).at(-2) ?? 'lesson';
  return `lessons/${folder.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}-${step}`;
}

async function claimMeta(record: ClaimRecord) {
  const used = await engine;
  return {
    ...{ id: record.id, record, seed, sampler },
    versions: { gainsay: version, node: process.versions.node },
    networks: record.networks,
    ...(used && { backend: { name: used.name, version: used.version } }),
  };
}
