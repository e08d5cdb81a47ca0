import { type Band, type Finding, type Look, looks, type Verdict, verdictOf } from '../stats/index.ts';
import type { Kind, Statement } from './statement.ts';
import type { Text } from './text.ts';

/** What one look saw. */
export interface Seen extends Look {
  readonly lo: number;
  readonly hi: number;
}

/** A verdict on one statement, with all that it rests on. */
export interface Evidence extends Finding {
  readonly kind: Kind;
  readonly value: Text;
  readonly verdict: Verdict;
  readonly band: Band;
  /** Error rate that this verdict was allowed; 0 where nothing is estimated. */
  readonly alpha: number;
  readonly networks: number;
  readonly looks: readonly Seen[];
  /** The sample at the last look. */
  readonly sample: readonly number[];
  /** Why a verdict of *supported* was withheld. */
  readonly objection?: string;
}

export interface JudgeOptions {
  /** Error rate of all statements together; each gets an equal share, but for exact ones, which need none. */
  readonly alpha: number;
  /** Called after each look with the statement's evidence so far. */
  readonly onLook?: ((evidence: Evidence) => void | Promise<void>) | undefined;
}

/** What can be looked at: an ensemble, or one that a clock or a reader ends. */
export interface Sample<T> {
  /** The first `n` traces; fewer, where no more are to be had: then this is the last look. */
  readonly first: (n: number) => Promise<readonly T[]>;
}

/**
 * Judges statements about one ensemble, drawing networks until each is decided, or the schedule ends, or one is refuted (then
 * the others are left as they stood: together they are false).
 */
export async function judgeStatements<T>(
  ensemble: Sample<T>,
  statements: readonly Statement<T>[],
  { alpha, onLook }: JudgeOptions,
): Promise<Evidence[]> {
  const estimated = statements.filter(({ kind }) => kind !== 'exact').length;
  const open = statements.map((statement) => new Case(statement, alpha / Math.max(1, estimated)));
  for (;;) {
    const next = Math.min(...open.map((one) => one.next));
    const refuted = open.some((one) => one.evidence?.verdict === 'refuted');
    if (next === Infinity || (refuted && open.every((one) => one.evidence))) break;
    const traces = await ensemble.first(next);
    const ended = traces.length < next;
    for (const one of open.filter((each) => each.next === next || (ended && each.next < Infinity))) {
      const evidence = one.look(traces);
      await onLook?.(evidence);
    }
    if (ended) break;
  }
  return open.map((one) => one.evidence as Evidence);
}

/** *refuted* if any is, *supported* if all are: what the conjunction of several statements deserves. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('refuted')) return 'refuted';
  return verdicts.includes('undecided') ? 'undecided' : 'supported';
}

/** One statement on its way to a verdict. */
class Case<T> {
  evidence: Evidence | undefined;
  readonly #statement: Statement<T>;
  readonly #alpha: number;
  readonly #schedule: Look[];
  readonly #seen: Seen[] = [];

  constructor(statement: Statement<T>, alpha: number) {
    this.#statement = statement;
    this.#alpha = statement.kind === 'exact' ? 0 : alpha;
    this.#schedule = looks(alpha, statement.schedule);
  }

  /** Networks that the next look wants; ∞ once there is no further look. */
  get next(): number {
    if (this.evidence && this.evidence.verdict !== 'undecided') return Infinity;
    return this.#schedule[this.#seen.length]?.n ?? Infinity;
  }

  /** Of fewer traces than were to come by now a look is a look still: how many they are does not depend on what they show. */
  look(traces: readonly T[]): Evidence {
    const { kind, value, band, read, find, objection: objectionTo } = this.#statement;
    const { alpha } = this.#schedule[this.#seen.length];
    const n = traces.length;
    const sample = traces.flatMap((trace) => read(trace));
    const { estimate, interval } = find(sample, alpha);
    this.#seen.push({ n, alpha: this.#alpha === 0 ? 0 : alpha, lo: interval.lo, hi: interval.hi });
    const verdict = verdictOf(interval, band);
    const objection = verdict === 'supported' ? objectionTo(sample) : undefined;
    this.evidence = {
      kind,
      value,
      band,
      estimate,
      interval,
      networks: n,
      sample,
      alpha: this.#alpha,
      looks: [...this.#seen],
      verdict: objection === undefined ? verdict : 'undecided',
      ...(objection !== undefined && { objection }),
    };
    return this.evidence;
  }
}
