import { ParameterError, probability } from '../parameter.ts';
import {
  type Band,
  clopperPearson,
  type Distribution,
  dkw,
  dkwTwoSamples,
  type Finding,
  meanSquare,
  orderStatistics,
  type Schedule,
  STUDENT_SHARE,
  student,
  tooSkewed,
} from '../stats/index.ts';
import type { Probe } from '../network/index.ts';
import type { Aim } from './aim.ts';
import type { LayerRange, Quantities, Quantity } from './quantity.ts';
import { both, chinese, type Text, textOf } from './text.ts';

export type Kind = 'mean' | 'quantile' | 'proportion' | 'distribution' | 'exact';

/** A quantity, a functional of its population and a band: what a claim says, without the network it says it of. */
export interface Statement<T> {
  readonly kind: Kind;
  /** The functional in words: `the mean of the std after layer 99`. */
  readonly value: Text;
  readonly over?: LayerRange | undefined;
  readonly band: Band;
  /** What a network's trace must show for it, beside the activations. */
  readonly needs: readonly Probe[];
  /** The numbers that one realisation adds to the sample. */
  readonly read: (trace: T) => readonly number[];
  /** What a sample says of the value, at confidence 1 − alpha. */
  readonly find: (sample: readonly number[], alpha: number) => Finding;
  /** Why this sample may not support the statement, whatever its interval; undefined where it may. */
  readonly objection: (sample: readonly number[]) => string | undefined;
  /** Its own schedule of looks, where the usual one would be wrong. */
  readonly schedule?: Schedule;
  /** The statement as one would say it, where it has words of its own. */
  readonly words?: Text;
  /** The layer that a realisation's value comes from, where it is not the same in all. */
  readonly layerOf?: (trace: T) => number | null;
  /** What it asks of the weights, for the diagnosis: null, where nothing; left out, where value and band must tell. */
  readonly aim?: Aim | null;
}

/** One statement or several; words that are more than one statement may stand among them. */
export type Says<T> = Statement<T> | readonly Says<T>[];

/** One statement or several, as a list. */
export function listed<T>(says: Says<T>): readonly Statement<T>[] {
  return 'kind' in says ? [says] : says.flatMap((one) => listed(one));
}

/** What the traces must show for all of these statements. */
export function needsOf<T>(statements: readonly Statement<T>[]): Probe[] {
  return statements.flatMap(({ needs }) => needs);
}

/** A functional that still wants its band. */
export interface Functional<T> {
  /** The value lies in [lo, hi]. */
  within(lo: number, hi: number): Statement<T>;
  /** The value lies below `limit`. */
  below(limit: number): Statement<T>;
  /** The value lies above `limit`. */
  above(limit: number): Statement<T>;
}

type Unbanded<T> = Omit<Statement<T>, 'band' | 'objection' | 'needs'> & Partial<Pick<Statement<T>, 'objection' | 'needs'>>;

function functional<T>(unbanded: Unbanded<T>): Functional<T> {
  const banded = (lo: number, hi: number): Statement<T> => {
    if (!(lo < hi)) throw new ParameterError('band', 'an interval [lo, hi] with lo < hi', [lo, hi]);
    return { objection: () => undefined, needs: [], ...unbanded, band: { lo, hi } };
  };
  return { within: banded, below: (limit) => banded(-Infinity, limit), above: (limit) => banded(limit, Infinity) };
}

/** Why a mean by Student's t cannot be supported. */
export const TOO_SKEWED: Text = both(
  'the sample is too skewed for a t interval: judge its logarithm or a quantile',
  '样本过于偏斜，不能用 t 区间：请改判其对数或某个分位数',
);

/** The mean of a near-normal quantity over networks, by Student's t; a sample that is too skewed for t cannot support it. */
export function mean<T>({ name, needs = [], over, read }: Quantity<T>): Functional<T> {
  return functional({
    kind: 'mean',
    value: both(`the mean of the ${name.en}`, `${chinese(name)}的总体均值`),
    needs,
    over,
    read: (trace) => [read(trace)],
    find: (sample, alpha) => student(sample, alpha * STUDENT_SHARE),
    objection: (sample) => (tooSkewed(sample) ? TOO_SKEWED.en : undefined),
  });
}

/** Networks of the first look at a quantile: at the usual alpha a median's interval has no end with fewer (2⁻³² is below α/8). */
const FIRST_OF_QUANTILE = 32;

/** The p-quantile of a quantity over networks, by order statistics. */
export function quantile<T>(p: number, of: Quantity<T>): Functional<T> {
  return quantileNamed(both(`the ${p}-quantile of the ${of.name.en}`, `${chinese(of.name)}的总体 ${p} 分位数`), p, of);
}

/** The median of a quantity over networks, by order statistics: half of them lie below it. */
export function median<T>(of: Quantity<T>): Functional<T> {
  return quantileNamed(both(`the median of the ${of.name.en}`, `${chinese(of.name)}的总体中位数`), 0.5, of);
}

function quantileNamed<T>(value: Text, p: number, { needs = [], over, read }: Quantity<T>): Functional<T> {
  probability('p', p);
  return functional({
    kind: 'quantile',
    value,
    needs,
    over,
    read: (trace) => [read(trace)],
    find: (sample, alpha) => orderStatistics(sample, p, alpha),
    schedule: { first: FIRST_OF_QUANTILE },
  });
}

/** The share of networks whose quantity has a value for which `holds` is true, by Clopper & Pearson. */
export function proportion<T>(
  { name, needs = [], read }: Quantity<T>,
  words: string | Text,
  holds: (value: number) => boolean,
): { atLeast(share: number): Statement<T> } {
  const { en, zh } = textOf(words);
  const value = `the share of networks whose ${name.en} ${en}`;
  const unbanded = functional<T>({
    kind: 'proportion',
    value: zh === undefined ? { en: value } : both(value, `${chinese(name)}${zh}的网络所占的比例`),
    needs,
    read: (trace) => [Number(holds(read(trace)))],
    find: (sample, alpha) =>
      clopperPearson(
        sample.reduce((sum, one) => sum + one, 0),
        sample.length,
        alpha,
      ),
  });
  return { atLeast: (share) => unbanded.within(probability('share', share), 1) };
}

/**
 * The law of independent quantities, by the Dvoretzky–Kiefer–Wolfowitz band around their distribution function.
 *
 * @param schedule of looks, where a realisation gives few values: some 2,500 support a distance of 0.1.
 */
export function distribution<T>(
  { name, needs = [], readAll }: Quantities<T>,
  schedule?: Schedule,
): { isWithin(distance: number, law: Distribution, of: string | Text): Statement<T> } {
  return {
    isWithin: (distance, law, of) =>
      functional<T>({
        kind: 'distribution',
        value: both(
          `the Kolmogorov distance of ${textOf(name).en} from ${textOf(of).en}`,
          `${chinese(name)}的分布与${chinese(of)}的柯尔莫哥洛夫距离`,
        ),
        needs,
        read: readAll,
        find: (sample, alpha) => dkw(sample, law, alpha),
        ...(schedule && { schedule }),
      }).within(0, probability('distance', distance)),
  };
}

/** Two realisations that are independent of one another: a network drawn with its weights, and one drawn in law. */
export interface Pair<T> {
  readonly weights: T;
  readonly law: T;
}

/**
 * The Kolmogorov distance between a quantity's laws in networks drawn with weights and in networks drawn in law, by the
 * Dvoretzky–Kiefer–Wolfowitz bands around both distribution functions.
 *
 * @param schedule of looks: some 2,000 pairs support a distance of 0.2, and 8,000 one of 0.1.
 */
export function sameLaw<T>(
  { name, needs = [], read }: Quantity<T>,
  schedule: Schedule = { first: 1024, cap: 4096 },
): { isWithin(distance: number): Statement<Pair<T>> } {
  const unbanded = functional<Pair<T>>({
    kind: 'distribution',
    value: both(
      `the Kolmogorov distance between the laws of the ${name.en}, with weights and without`,
      `${chinese(name)}的分布在抽取权值与不抽取权值时的柯尔莫哥洛夫距离`,
    ),
    needs,
    read: ({ weights, law }) => [read(weights), read(law)],
    find: (sample, alpha) => {
      const [weights, law] = [0, 1].map((own) => sample.filter((_, i) => i % 2 === own));
      return dkwTwoSamples(weights, law, alpha);
    },
    schedule,
  });
  return { isWithin: (distance) => unbanded.within(0, probability('distance', distance)) };
}

/** The mean square of independent weights in units of their law's variance, by an interval that knows the law's kurtosis. */
export function weightVariance<T>({ name, needs = [], readAll }: Quantities<T>, kurtosis: number): Functional<T> {
  return functional({
    kind: 'mean',
    value: both(`the variance of the ${textOf(name).en}`, `${chinese(name)}的方差`),
    needs,
    read: readAll,
    find: (sample, alpha) => meanSquare(sample, kurtosis, alpha),
  });
}
