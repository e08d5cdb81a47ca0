import { max, mean, sampleStandardDeviation } from 'simple-statistics';
import { both, fromJson, type Statement, type Uncontrolled } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';
import { BUDGET, type Finding, smallestChange, STUDENT_SHARE, welch } from '../stats/index.ts';
import type { Baseline } from './baseline.ts';
import { changesOf } from './changes.ts';

/** The probability that a model that has not moved is not found to be where it was: of a gate, the rate of its false alarms. */
export const FALSE_ALARM = 1e-3;

/** The probability that a model that has moved by the smallest change or more passes: half a run's budget. */
export const MISSED: number = BUDGET / 2;

/** Two backends differ by rounding: no smaller change is looked for. */
const LEAST: number = Math.log(1.001);

/** How one number of a baseline has moved. */
export interface Move {
  readonly name: string;
  /** From where its mean was: a difference of logarithms. */
  readonly by: number;
  readonly lo: number;
  readonly hi: number;
  /** The smallest change that is sure to be caught. */
  readonly limit: number;
}

/** How each number of a baseline has moved; `samples` holds those of each network. */
export function movesOf(baseline: Baseline, samples: readonly (readonly number[])[], alpha: number): Move[] {
  const limits = limitsOf(baseline);
  return baseline.changes.map(({ name, mean: centre, std }, i) => {
    const values = samples.map((sample) => sample[i]);
    const { estimate, interval } = welch(
      { mean: fromJson(centre), std: fromJson(std), n: baseline.networks },
      { mean: mean(values), std: sampleStandardDeviation(values), n: values.length },
      (alpha / limits.length) * STUDENT_SHARE,
    );
    return { name, by: estimate, lo: interval.lo, hi: interval.hi, limit: limits[i] };
  });
}

/** The smallest change of each number that a comparison with as many networks again is sure to catch. */
export function limitsOf({ changes, networks }: Baseline): number[] {
  const share = (MISSED / 2 / changes.length) * STUDENT_SHARE;
  return changes.map(({ std }) =>
    Math.max(LEAST, smallestChange(fromJson(std), networks, networks, share, FALSE_ALARM / changes.length)),
  );
}

/** A model is where its baseline says that it was: an equivalence test (Schuirmann 1987) of all numbers at once. */
export function unmoved(baseline: Baseline): Uncontrolled<ModelTrace> {
  const { made, networks, changes } = baseline;
  const numbers = changes.length;
  return {
    id: 'check/unmoved',
    sentence: 'it is where its baseline says that it was',
    because: `Its baseline was made on ${made.date} by gainsay ${made.gainsay} with seed ${made.seed} on ${made.backend}: ${made.command}. Of each of ${numbers} numbers the difference of two means, by Welch's t, has to lie within the smallest change that this many networks are sure to catch; all of them together do so but with probability ${FALSE_ALARM} where nothing has moved, and with probability ${MISSED} where one has moved by more.`,
    zh: {
      sentence: '它仍在基线所记录的位置',
      because: `基线由 gainsay ${made.gainsay} 于 ${made.date} 以种子 ${made.seed} 在 ${made.backend} 上生成：${made.command}。对 ${numbers} 个数中的每一个，两次均值之差（Welch t）须落在这么多网络必能发现的最小变化之内；若什么都没有变，全部落在其内的概率不小于 1 − ${FALSE_ALARM}；若有一个数移动得更多，则至多为 ${MISSED}。`,
      teaches: '',
    },
    says: farthest(baseline, numbers, networks),
    predicts: 0,
    source: 'Schuirmann (1987); Welch (1947)',
    alpha: MISSED,
  };
}

function farthest(baseline: Baseline, numbers: number, networks: number): Statement<ModelTrace> {
  return {
    kind: 'mean',
    value: both(
      `the farthest move of ${numbers} numbers since the baseline, in units of the smallest change that is sure to be caught`,
      `${numbers} 个数自基线以来的最大移动，以必能发现的最小变化为单位`,
    ),
    band: { lo: -Infinity, hi: 1 },
    needs: ['gradient'],
    read: (trace) => changesOf(trace).map(({ value }) => value),
    find: (sample, alpha) => {
      const samples = Array.from({ length: sample.length / numbers }, (_, i) => sample.slice(i * numbers, (i + 1) * numbers));
      return largest(movesOf(baseline, samples, alpha));
    },
    objection: () => undefined,
    schedule: { first: networks, cap: networks },
  };
}

/** The largest of |move|/limit: no less than the largest lower end of any, and no more than the largest upper end. */
function largest(moves: readonly Move[]): Finding {
  const least = ({ lo, hi }: Move) => Math.max(0, lo, -hi);
  const of = (read: (move: Move) => number) => max(moves.map((move) => read(move) / move.limit));
  return {
    estimate: of(({ by }) => Math.abs(by)),
    interval: { lo: of(least), hi: of(({ lo, hi }) => Math.max(-lo, hi)), method: 'Welch t, all at once' },
  };
}
