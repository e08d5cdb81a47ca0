import type { Trace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { ALPHA } from '../stats/index.ts';
import type { Defect } from './defect.ts';
import { diagnose, failedNetworks } from './diagnosis.ts';
import type { Ensembles } from './ensemble.ts';
import { bandRecord, evidenceRecord, intervalRecord } from './evidence-record.ts';
import { type Evidence, judgeStatements, together } from './judge.ts';
import { inFiniteWidth } from './finite-width.ts';
import { histogramsOf } from './histograms.ts';
import { layersOf, medianStd } from './layers.ts';
import { architectureOf, type Subject, type TraceOf } from './population.ts';
import { type ClaimRecord, type ControlRecord, type DiagnosisRecord, jsonNumber, type WordsRecord } from './record.ts';
import { listed, needsOf, type Statement } from './statement.ts';
import { textOf } from './text.ts';

/** A statement about a subject, with where it comes from, what theory predicts, and what it must be seen to refute. */
export interface Claim<S extends Subject> {
  /** `notebook/xavier-tanh-plateau`: a room and a name, lower case. */
  readonly id: string;
  readonly sentence: string;
  readonly of: S;
  /** One statement, or several that must all hold. */
  readonly says: Statement<TraceOf<S>> | readonly Statement<TraceOf<S>>[];
  /** What theory predicts for the statement; for several, one each (null: nothing). */
  readonly predicts?: number | readonly (number | null)[];
  /** Defects under which the statements must be refuted. Every statement must refute at least one of them. */
  readonly controls: readonly Defect<S>[];
  /** Notebook cell, or paper and equation. */
  readonly source: string;
  /** TeX. */
  readonly formula?: string;
  /** How the bands follow from theory and from the population's spread. */
  readonly because: string;
  /** What it teaches, in a paragraph for someone who has heard of initialisation only. */
  readonly teaches?: string;
  /** The same words in Chinese. */
  readonly zh?: WordsRecord;
  readonly unit?: string;
  /** Points that the source printed, one a layer. */
  readonly printed?: readonly number[];
  /** Error rate of the claim, and of each control. */
  readonly alpha?: number;
}

/** What the judging of a claim tells while it goes on. */
export interface Progress {
  readonly id: string;
  /** null while the claim itself is judged. */
  readonly defect: string | null;
  readonly look: number;
  /** Networks drawn so far, for this claim and for the others that share its ensembles. */
  readonly networks: number;
}

export interface ClaimContext {
  readonly ensembles: Ensembles;
  /** The line that reruns one claim. */
  readonly rerun: (id: string) => string;
  /** Where the claim is written. */
  readonly place?: ClaimRecord['place'];
  readonly onLook?: (progress: Progress) => void | Promise<void>;
}

const ID = /^[a-z0-9-]+(\/[a-z0-9-]+)+$/;

/**
 * Judges a claim, and then each of its controls on networks of their own.
 *
 * @throws ParameterError for an id that is not of the form `room/name`, or a claim without two controls.
 */
export async function judgeClaim<S extends Subject>(claim: Claim<S>, context: ClaimContext): Promise<ClaimRecord> {
  if (!ID.test(claim.id)) throw new ParameterError('id', 'of the form room/name, in lower case', claim.id);
  if (claim.controls.length < 2) throw new ParameterError(`controls of ${claim.id}`, 'two or more', claim.controls.length);
  const { ensembles } = context;
  const alpha = claim.alpha ?? ALPHA;
  const statements = listed(claim.says);
  ensembles.expect(claim.of, needsOf(statements));
  const ensemble = ensembles.of(claim.of);
  const evidence = await judgeStatements(ensemble, statements, { alpha, onLook: telling(claim, null, context) });
  await ensemble.confirm();
  const predictions = [claim.predicts ?? null].flat();
  const records = evidence.map((one, i) => evidenceRecord(one, statements[i], predictions[i] ?? null));
  const controls: ControlRecord[] = [];
  for (const defect of claim.controls) controls.push(await judgeControl(claim, statements, defect, alpha, context));
  return {
    ...records[0],
    id: claim.id,
    subject: ensemble.name,
    sentence: claim.sentence,
    text: words(claim),
    source: claim.source,
    formula: claim.formula ?? '',
    unit: claim.unit ?? '',
    place: context.place ?? null,
    verdict: together(evidence.map((one) => one.verdict)),
    first: records[0].verdict,
    further: records.slice(1),
    ...(await layersRecords(claim, context, Math.max(...evidence.map((one) => one.networks)))),
    controls,
    diagnosis: diagnosisOf(claim, statements, evidence, context),
    spent: [...evidence, ...controls].reduce((sum, one) => sum + one.alpha, 0),
    rerun: context.rerun(claim.id),
  };
}

function words<S extends Subject>({ sentence, because, teaches = '', zh }: Claim<S>): ClaimRecord['text'] {
  return { en: { sentence, because, teaches }, ...(zh && { zh }) };
}

/** Why a claim fails by its own statements; null where it does not. */
function diagnosisOf<S extends Subject>(
  claim: Claim<S>,
  statements: readonly Statement<TraceOf<S>>[],
  evidence: readonly Evidence[],
  { ensembles }: ClaimContext,
): DiagnosisRecord | null {
  const verdict = together(evidence.map((one) => one.verdict));
  if (verdict === 'supported') return null;
  const predictions = [claim.predicts ?? null].flat();
  const judged = evidence.map((one, i) => ({
    statement: statements[i] as Statement<Trace>,
    evidence: one,
    predicted: predictions[i] ?? null,
  }));
  const failed = evidence.findIndex((one) => one.verdict === verdict);
  return diagnose(judged[failed], judged.toSpliced(failed, 1), failedNetworks(claim.of, ensembles.of(claim.of).traces));
}

async function judgeControl<S extends Subject>(
  claim: Claim<S>,
  statements: readonly Statement<TraceOf<S>>[],
  defect: Defect<S>,
  alpha: number,
  context: ClaimContext,
): Promise<ControlRecord> {
  const { ensembles } = context;
  const held = defect.against ? [defect.against] : statements;
  if (!held.every((one) => statements.includes(one))) {
    throw new ParameterError(`against of "${textOf(defect.name).en}"`, `a statement that ${claim.id} makes`, held[0].value.en);
  }
  const wrong = defect.apply(claim.of);
  const ensemble = ensembles.apart(wrong, new Set(needsOf(held)));
  const evidence = await judgeStatements(ensemble, held, { alpha, onLook: telling(claim, textOf(defect.name).en, context) });
  const refuted = evidence.flatMap(({ verdict }, i) => (verdict === 'refuted' ? [i] : []));
  const decisive = evidence[refuted[0] ?? 0];
  return {
    defect: textOf(defect.name),
    stands: defect.stands ?? { en: '' },
    verdict: together(evidence.map((one) => one.verdict)),
    value: decisive.value,
    estimate: jsonNumber(decisive.estimate),
    interval: intervalRecord(decisive),
    band: bandRecord(decisive),
    alpha: evidence.reduce((sum, one) => sum + one.alpha, 0),
    networks: Math.max(...evidence.map((one) => one.networks)),
    refutes: refuted.map((i) => statements.indexOf(held[i])),
    layers: architectureOf(wrong) ? medianStd(ensemble.traces as Trace[]) : [],
  };
}

function telling<S extends Subject>({ id }: Claim<S>, defect: string | null, { onLook, ensembles }: ClaimContext) {
  return onLook && ((evidence: Evidence) => onLook({ id, defect, look: evidence.looks.length, networks: ensembles.networks }));
}

/** What the layers of a claim's networks showed; nothing, where it is not about networks. */
async function layersRecords<S extends Subject>(
  claim: Claim<S>,
  { ensembles }: ClaimContext,
  networks: number,
): Promise<Pick<ClaimRecord, 'layers' | 'gradient' | 'histograms'>> {
  const architecture = architectureOf(claim.of);
  if (!architecture) return { layers: null, gradient: null, histograms: null };
  const traces = ensembles.of(claim.of).traces.slice(0, networks) as Trace[];
  const backward = needsOf(listed(claim.says)).includes('gradient');
  const finite = await inFiniteWidth(architecture, ensembles.seed, backward);
  const layers = layersOf('std', architecture, traces, finite);
  return {
    layers: claim.printed ? { ...layers, printed: [...claim.printed] } : layers,
    gradient: backward ? layersOf('gradient std', architecture, traces, finite) : null,
    histograms: await histogramsOf(claim.of, ensembles),
  };
}
