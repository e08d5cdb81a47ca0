import {
  type ClaimRecord,
  Ensemble,
  judgeUncontrolled,
  type ModelRecord,
  Nondeterministic,
  type Population,
} from '../claim/index.ts';
import { type Engine, type ModelSubject, type ModelTrace, realiseModel } from '../network/index.ts';
import type { Seed } from '../random/index.ts';
import type { Baseline } from './baseline.ts';
import { changesOf } from './changes.ts';
import { claimsOf, LIMITS, type Limits } from './claims.ts';
import { inputInWords } from './input-in-words.ts';
import { courseOf, layerRecords } from './layers.ts';
import { movesOf, unmoved } from './moved.ts';
import { movesInWords } from './moves-in-words.ts';
import { stillOf } from './outdated.ts';
import { until } from './until.ts';

export interface CheckOptions extends Partial<Limits> {
  readonly seed: Seed;
  /** The one line that checks it again. */
  readonly rerun: string;
  /** Where the model is written. */
  readonly place?: ClaimRecord['place'];
  /** Says that the time is over: what is not decided by then stays undecided. */
  readonly ended?: () => boolean;
  /** Called after each realisation with how many there are. */
  readonly onDraw?: (networks: number) => void;
  /** What the model showed once: whether it still does is judged too. */
  readonly baseline?: Baseline;
  /** Whether all of `networks` are to be drawn, decided or not: what a baseline is made of. */
  readonly all?: boolean;
}

/** What a check found: a verdict for each of its claims, and the model as it was seen. */
export interface Checked {
  readonly claims: ClaimRecord[];
  /** That one seed gave two outcomes: then there are no claims. */
  readonly errors: string[];
  readonly model: ModelRecord;
  readonly traces: readonly ModelTrace[];
}

const GRADIENT = new Set(['gradient'] as const);

/**
 * Judges a model as initialised, over fresh weights: signal and gradient keep their size, all is finite, nothing is dead or saturated.
 *
 * @throws ParameterError for a limit that is none, and a baseline of another model; ModelError for a model that cannot be made.
 */
export async function check(subject: ModelSubject, engine: Engine, options: CheckOptions): Promise<Checked> {
  const { seed, rerun, place = null, ended = () => false, onDraw, baseline, all = false, ...own } = options;
  const limits: Limits = { ...LIMITS, ...own };
  const { name } = subject.model;
  const population: Population<ModelTrace> = {
    name,
    draw: (own, from, to) => realiseModel(engine, subject, own, from, to, GRADIENT),
  };
  let most = 0;
  const counted = (networks: number) => {
    most = Math.max(most, networks);
    onDraw?.(most);
  };
  const drawn = new Ensemble(until(population, ended, counted), seed);
  const [first] = await drawn.first(1);
  const input = inputInWords(subject);
  if (baseline) stillOf(baseline, first, input);
  const claims: ClaimRecord[] = [];
  const context = { sample: drawn, subject: name, rerun, place, failed: () => ({ traces: drawn.traces }) };
  for (const claim of claimsOf(first, limits)) claims.push(await judgeUncontrolled(claim, context));
  if (baseline) claims.push(withMoves(await judgeUncontrolled(unmoved(baseline), context), baseline, drawn.traces));
  if (all) await drawn.first(limits.networks);
  const errors = await contradictions(drawn);
  const { traces } = drawn;
  const courses = { layers: courseOf('std', traces), gradient: courseOf('gradient std', traces) };
  return {
    // There is no verdict on what one seed does not draw twice.
    claims: errors.length > 0 ? [] : claims.map((claim) => ({ ...claim, ...shownWith(claim, courses) })),
    errors,
    model: {
      name,
      input,
      networks: traces.length,
      layers: layerRecords(traces),
      untraced: first.untraced.map((layer) => ({ ...layer })),
    },
    traces,
  };
}

async function contradictions(drawn: Ensemble<ModelTrace>): Promise<string[]> {
  try {
    await drawn.confirm();
    return [];
  } catch (error) {
    if (error instanceof Nondeterministic) return [error.message];
    throw error;
  }
}

type Courses = Pick<ClaimRecord, 'layers' | 'gradient'>;

/** The course of the signal for the claims about it, and that of the gradient for its own. */
function shownWith({ id }: ClaimRecord, { layers, gradient }: Courses): Courses {
  return {
    layers: id === 'check/forward' || id === 'check/finite' ? layers : null,
    gradient: id === 'check/backward' ? gradient : null,
  };
}

/** Which numbers have moved, where any may have. */
function withMoves(claim: ClaimRecord, baseline: Baseline, traces: readonly ModelTrace[]): ClaimRecord {
  if (claim.verdict === 'supported') return claim;
  const samples = traces.slice(0, claim.networks).map((trace) => changesOf(trace).map(({ value }) => value));
  return { ...claim, objection: movesInWords(movesOf(baseline, samples, claim.looks[0].alpha)) };
}
