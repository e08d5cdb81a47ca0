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
import { endingAt, type Verdict } from '../stats/index.ts';
import { version } from '../version.ts';
import { type Decided, decided, seenIn } from './decided.ts';
import type {} from './meta.ts';
import { settingsIn } from './settings.ts';
import { watchImport, watchThread } from './watchdog.ts';

export type { Decided };
export { knownFor } from './known-for.ts';

/** Error rate of one judgement: a class of a hundred that saves a thousand times each is told something wrong once in ten classes. */
const ALPHA = 1e-6;

/** Most networks of one judgement: an answer that is still undecided then is too near an edge to be called right. */
const NETWORKS = 64;

/** A lesson's step ends by itself: this bound only ends one that waits for ever. */
const MINUTE = 60_000;

const { seed, backend, sampler } = settingsIn(process.env);

let engine: Promise<Engine> | undefined;

watchThread();

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

/** An answer that is not right yet. */
class NotYet extends Error {
  override name = 'NotYet';
  readonly told: Text;
  readonly seen: readonly Text[];

  constructor(told: Text, seen: readonly Text[]) {
    super([told.en, ...seen.map(({ en }) => en)].join('\n'));
    this.told = told;
    this.seen = seen;
  }
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
  read();
  afterAll(() => {
    read();
    read = watchImport();
  });
  test(sentence.en, { timeout: MINUTE }, async ({ task }) => {
    const record: LessonRecord = { sentence, told: null, seen: [], course: null };
    task.meta.lesson = record;
    const ensembles = new Ensembles(seed, () => (engine ??= loadEngine(backend)), sampler);
    const wants = (verdict: Verdict): Bench['uphold'] => {
      return async (network, says, wanted) => {
        const { claim, course } = await judgedOf(ensembles, idOf(task.file.filepath, network), sentence, network, says, wanted);
        record.course = course;
        task.meta.gainsay = await claimMeta(claim);
        if (claim.verdict !== verdict) throw new NotYet(wanted.unless(decided(claim)), seenIn(claim, seed));
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

/** `lessons/01-exploding-256`: what the report calls it. */
function idOf(spec: string, { layers }: Architecture): string {
  const folder = spec.split(/[\\/]/).at(-2) ?? 'lesson';
  return `lessons/${folder.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}-${layers[0].fanIn}`;
}

async function claimMeta(record: ClaimRecord) {
  const { name, version: backendVersion } = await (engine as Promise<Engine>);
  return {
    ...{ id: record.id, record, seed, sampler },
    versions: { gainsay: version, node: process.versions.node },
    backend: { name, version: backendVersion },
    networks: record.networks,
  };
}
