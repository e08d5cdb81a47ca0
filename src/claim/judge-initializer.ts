import { fans, type Initializer, type Law, type Shape } from '../init/index.ts';
import { ParameterError, positiveInteger } from '../parameter.ts';
import { student } from '../stats/index.ts';
import { drawnFrom, type Nearness } from './drawn-from.ts';
import { explainJudgement } from './explain-judgement.ts';
import { judge, type Judgement, type JudgementOptions } from './judge-subject.ts';
import { knownRatios } from './known-ratio.ts';
import { likelyLaw } from './likely-law.ts';
import { type DiagnosisRecord, jsonNumber } from './record.ts';
import { both, type Text } from './text.ts';
import { type DrawsWeights, weightsOf } from './weights-of.ts';

/** A law, or what has one for each shape: an initializer of ours, or its `law`. */
export type ClaimedLaw = Law | Initializer | Initializer['law'];

export interface LawJudgementOptions extends Omit<JudgementOptions, 'backend' | 'sampler'>, Nearness {
  /** Of the weights: handed to the initializer as it is, and to the law as (fan_out, fan_in, …); 256 × 256 by default. */
  readonly shape?: Shape;
}

/**
 * Judges whether an initializer draws from a law: its variance, its mean and its distribution, over independent draws.
 *
 * @example
 * const { verdict } = await judgeInitializer(tf.initializers.heNormal({}), kaimingNormal()); // refuted: 0.774 of the variance
 *
 * @throws ParameterError for what draws no numbers, not as many as it should, or the same ones each time; Nondeterministic where one seed
 *   gives two outcomes.
 */
export async function judgeInitializer(
  init: DrawsWeights,
  law: ClaimedLaw,
  { shape = [256, 256], within, distance, ...options }: LawJudgementOptions = {},
): Promise<Judgement> {
  for (const entry of shape) positiveInteger('every entry of shape', entry);
  const claimed = lawAt(law, shape);
  const nearness = { ...(within !== undefined && { within }), ...(distance !== undefined && { distance }) };
  const statements = drawnFrom(claimed, nearness);
  const judgement = await judge(weightsOf(init, shape), statements, options);
  const inWords = () => explainJudgement(judgement, statements, { unit: 'draws' });
  if (judgement.verdict === 'supported') return { ...judgement, explain: inWords };
  const diagnosis = diagnosisOf(judgement, claimed, shape);
  const seen = likelyLaw(judgement.evidence.at(-1)?.sample ?? []);
  return {
    ...judgement,
    diagnosis,
    explain: () =>
      [
        inWords(),
        `  claimed is a ${claimed.family} law of mean ${digits(claimed.mean)} and std ${digits(claimed.std)}`,
        ...(seen ? [`  the numbers look ${seen.en}`] : []),
        ...diagnosis.defects.map(({ en }) => `  a variance that is ${ratioOf(diagnosis)} times the law’s is known for: ${en}`),
      ].join('\n'),
  };
}

function lawAt(law: ClaimedLaw, shape: Shape): Law {
  const given: unknown = law;
  if (typeof law === 'function') return law(shape);
  if (typeof given !== 'object' || given === null || !('law' in given || 'cdf' in given)) {
    throw new ParameterError('law', 'a law, or an initializer that has one', given);
  }
  return 'cdf' in law ? law : law.law(shape);
}

/** Error rate of the interval by which mistakes are told apart; hundreds of thousands of numbers make it narrow all the same. */
const ALPHA = 1e-6;

/** How the variance differs, and what that is known for. */
function diagnosisOf({ evidence }: Judgement, law: Law, shape: Shape): DiagnosisRecord {
  const [{ value, estimate, sample, kind }] = evidence;
  const isRatio = kind !== 'exact';
  // The law's kurtosis, by which it was judged, is not that of numbers that are not drawn from it.
  const { interval } = student(sample, ALPHA);
  const layer = shape.length < 2 ? null : fans(shape);
  const needed = (layer?.fanIn ?? 1) * law.std ** 2;
  const known =
    isRatio && layer && (interval.hi < 1 || interval.lo > 1)
      ? knownRatios(needed, [layer]).filter(({ ratio }) => ratio >= interval.lo && ratio <= interval.hi)
      : [];
  return {
    layer: null,
    value,
    observed: jsonNumber(estimate),
    expected: isRatio ? 1 : 0,
    ratio: isRatio
      ? { estimate: jsonNumber(estimate), lo: jsonNumber(interval.lo), hi: jsonNumber(interval.hi), needed: jsonNumber(needed) }
      : null,
    defects: known
      .toSorted((a, b) => Math.abs(Math.log(a.ratio / estimate)) - Math.abs(Math.log(b.ratio / estimate)))
      .map(({ mistake }) => mistake),
    advice: known.length > 0 ? [rescaled(1 / Math.sqrt(estimate))] : [],
  };
}

const rescaled = (factor: number): Text =>
  both(`multiply the weights’ std by ${digits(factor)}`, `把权值的标准差乘以 ${digits(factor)}`);

const ratioOf = ({ ratio }: DiagnosisRecord): string => digits(Number(ratio?.estimate));

const digits = (value: number): string => String(Number(value.toPrecision(4)));
