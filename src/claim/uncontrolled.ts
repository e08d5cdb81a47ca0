import { ALPHA } from '../stats/index.ts';
import type { Claim } from './claim.ts';
import { evidenceRecord } from './evidence-record.ts';
import { type Evidence, judgeStatements, type Sample, together } from './judge.ts';
import type { Population } from './population.ts';
import type { ClaimRecord } from './record.ts';
import { listed } from './statement.ts';

/** A claim without controls: what is checked of a reader's own model, by statements that have refuted others elsewhere. */
export type Uncontrolled<T> = Omit<Claim<Population<T>>, 'of' | 'controls'>;

export interface UncontrolledContext<T> {
  readonly sample: Sample<T>;
  /** What the sample is of, in one line. */
  readonly subject: string;
  readonly rerun: string;
  readonly place?: ClaimRecord['place'];
  readonly onLook?: (evidence: Evidence) => void;
}

/** Judges a claim without controls; its record tells of no layers yet, and of no diagnosis. */
export async function judgeUncontrolled<T>(claim: Uncontrolled<T>, context: UncontrolledContext<T>): Promise<ClaimRecord> {
  const { id, sentence, because, teaches = '', zh, source, formula = '', unit = '', predicts = null } = claim;
  const { sample, subject, rerun, place = null, onLook } = context;
  const statements = listed(claim.says);
  const evidence = await judgeStatements(sample, statements, { alpha: claim.alpha ?? ALPHA, onLook });
  const predictions = [predicts].flat();
  const [first, ...further] = evidence.map((one, i) => evidenceRecord(one, statements[i], predictions[i] ?? null));
  return {
    ...first,
    id,
    subject,
    sentence,
    text: { en: { sentence, because, teaches }, ...(zh && { zh }) },
    source,
    formula,
    unit,
    place,
    verdict: together(evidence.map((one) => one.verdict)),
    first: first.verdict,
    further,
    layers: null,
    gradient: null,
    histograms: null,
    controls: [],
    diagnosis: null,
    spent: evidence.reduce((sum, one) => sum + one.alpha, 0),
    rerun,
  };
}
