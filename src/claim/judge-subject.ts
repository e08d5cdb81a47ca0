import { type BackendChoice, loadEngine, type ModelTrace, type Sampler, type Trace } from '../network/index.ts';
import { positiveInteger } from '../parameter.ts';
import type { Seed } from '../random/index.ts';
import { ALPHA, endingAt, type Verdict } from '../stats/index.ts';
import { diagnose, failedNetworks } from './diagnosis.ts';
import { type Ensemble, Ensembles } from './ensemble.ts';
import { evidenceRecord } from './evidence-record.ts';
import { explainJudgement } from './explain-judgement.ts';
import { type Evidence, judgeStatements, together } from './judge.ts';
import type { Subject, TraceOf } from './population.ts';
import type { DiagnosisRecord, EvidenceRecord } from './record.ts';
import { isModelTrace } from './signal-points.ts';
import { listed, needsOf, type Says, type Statement } from './statement.ts';
import { type Judgeable, subjectOf } from './subject-of.ts';

export interface JudgementOptions {
  /** Any text or number; 1 by default. */
  seed?: Seed;
  /** Probability that the verdict is wrong; 2e-9 by default. */
  alpha?: number;
  /** The fastest that there is, by default. */
  backend?: BackendChoice;
  /** `law` draws Gaussian networks without their weights, many times as fast; `weights` by default. */
  sampler?: Sampler;
  /** Most networks that are drawn; 256 by default. Too few of them leave a statement undecided, never supported. */
  networks?: number;
  onLook?: (evidence: Evidence) => void | Promise<void>;
}

/** A verdict on one or more statements together, and all that it rests on. */
export interface Judgement {
  verdict: Verdict;
  /** One for each statement. */
  evidence: Evidence[];
  /** The same as data that JSON can hold. */
  records: EvidenceRecord[];
  /** What was judged, in one line. */
  subject: string;
  seed: Seed;
  /** Of networks: which variance their weights have, or behave as if they had, and what that names; null where the statements are supported. */
  diagnosis: DiagnosisRecord | null;
  /** The verdict in words: what was claimed, what was seen and where, and what to do next. */
  explain(): string;
}

/**
 * Judges statements about a network, a TensorFlow.js model, or any other population, without a test runner.
 *
 * @example
 * const network = mlp({ width: 256, depth: 100, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
 * const { verdict } = await judge(network, settlesNear(0.651));
 *
 * @throws EngineError where the backend cannot be had; ParameterError for what cannot be drawn again and again; Nondeterministic where one
 *   seed gives two outcomes.
 */
export async function judge<S extends Judgeable>(
  given: S,
  says: Says<TraceOf<S>>,
  { seed = 1, alpha = ALPHA, backend = 'auto', sampler, networks, onLook }: JudgementOptions = {},
): Promise<Judgement> {
  const ensembles = new Ensembles(seed, () => loadEngine(backend), sampler);
  const subject = subjectOf(given);
  const statements = listed(says).map((one) => (networks === undefined ? one : atMost(networks, one)));
  ensembles.expect(subject, needsOf(statements));
  const ensemble = ensembles.of(subject) as unknown as Ensemble<TraceOf<S>>;
  const evidence = await judgeStatements(ensemble, statements, { alpha, onLook });
  await ensemble.confirm();
  const judgement = {
    verdict: together(evidence.map((one) => one.verdict)),
    evidence,
    records: evidence.map((one, i) => evidenceRecord(one, statements[i], null)),
    subject: ensemble.name,
    seed,
    diagnosis: diagnosisOf(subject, statements, evidence, ensemble.traces),
  };
  const layers = subjectLayers(ensemble.traces);
  return { ...judgement, explain: () => explainJudgement(judgement, statements, { layers }) };
}

/** The statement, with a schedule that ends at so many networks; of what holds in each of a number of them, that is part of the statement. */
function atMost<T>(networks: number, statement: Statement<T>): Statement<T> {
  const { kind, schedule } = statement;
  positiveInteger('networks', networks);
  return kind === 'exact' ? statement : { ...statement, schedule: endingAt(networks, schedule?.first) };
}

/** The names of a model's layers. */
function subjectLayers([first]: readonly unknown[]): readonly string[] {
  return typeof first === 'object' && first !== null && isModelTrace(first as Trace)
    ? (first as ModelTrace).layers.map(({ name }) => name)
    : [];
}

function diagnosisOf(
  subject: Subject,
  statements: readonly Statement<never>[],
  evidence: readonly Evidence[],
  traces: readonly unknown[],
): DiagnosisRecord | null {
  const verdict = together(evidence.map((one) => one.verdict));
  if (verdict === 'supported') return null;
  const judged = evidence.map((one, i) => ({ statement: statements[i] as Statement<Trace>, evidence: one, predicted: null }));
  const failed = evidence.findIndex((one) => one.verdict === verdict);
  return diagnose(judged[failed], judged.toSpliced(failed, 1), failedNetworks(subject, traces));
}
