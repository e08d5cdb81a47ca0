import type { Trace } from '../network/index.ts';
import { ALPHA, type Verdict } from '../stats/index.ts';
import type { Claim } from './claim.ts';
import { diagnose, type Failed } from './diagnosis.ts';
import { evidenceRecord } from './evidence-record.ts';
import { type Evidence, judgeStatements, type Sample, together } from './judge.ts';
import type { Population } from './population.ts';
import type { ClaimRecord } from './record.ts';
import { listed, type Statement } from './statement.ts';
import type { Judged } from './variance-ratio.ts';

/** A claim without controls: what is checked of a reader's own model, by statements that have refuted others elsewhere. */
export type Uncontrolled<T> = Omit<Claim<Population<T>>, 'of' | 'controls'>;

export interface UncontrolledContext<T> {
  readonly sample: Sample<T>;
  /** What the sample is of, in one line. */
  readonly subject: string;
  readonly rerun: string;
  readonly place?: ClaimRecord['place'];
  readonly onLook?: (evidence: Evidence) => void;
  /** The networks that a statement has failed for: of these a claim that fails gets a diagnosis. */
  readonly failed?: () => Failed;
}

/** Judges a claim without controls; its record tells of no layers yet. */
export async function judgeUncontrolled<T>(claim: Uncontrolled<T>, context: UncontrolledContext<T>): Promise<ClaimRecord> {
  const { id, sentence, because, teaches = '', zh, source, formula = '', unit = '', predicts = null } = claim;
  const { sample, subject, rerun, place = null, onLook, failed } = context;
  const statements = listed(claim.says);
  const evidence = await judgeStatements(sample, statements, { alpha: claim.alpha ?? ALPHA, onLook });
  const predictions = [predicts].flat();
  const verdict = together(evidence.map((one) => one.verdict));
  const judged = evidence.map((one, i): Judged => {
    return { statement: statements[i] as Statement<never> as Statement<Trace>, evidence: one, predicted: predictions[i] ?? null };
  });
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
    verdict,
    first: first.verdict,
    further,
    layers: null,
    gradient: null,
    histograms: null,
    controls: [],
    diagnosis: verdict === 'supported' ? null : diagnosisOf(judged, verdict, failed?.()),
    spent: evidence.reduce((sum, one) => sum + one.alpha, 0),
    rerun,
  };
}

function diagnosisOf(judged: readonly Judged[], verdict: Verdict, networks: Failed | undefined): ClaimRecord['diagnosis'] {
  const failed = judged.findIndex(({ evidence }) => evidence.verdict === verdict);
  return diagnose(judged[failed], judged.toSpliced(failed, 1), networks);
}
