import { type BackendChoice, loadEngine, type Sampler } from '../network/index.ts';
import type { Seed } from '../random/index.ts';
import { ALPHA, type Verdict } from '../stats/index.ts';
import { Ensembles } from './ensemble.ts';
import { type Evidence, judgeStatements, together } from './judge.ts';
import type { Subject, TraceOf } from './population.ts';
import { listed, needsOf, type Statement } from './statement.ts';

export interface JudgementOptions {
  /** Any text or number; 1 by default. */
  seed?: Seed;
  /** Probability that the verdict is wrong; 2e-9 by default. */
  alpha?: number;
  backend?: BackendChoice;
  /** `law` draws Gaussian networks without their weights, many times as fast; `weights` by default. */
  sampler?: Sampler;
  onLook?: (evidence: Evidence) => void | Promise<void>;
}

/** A verdict on one or more statements together, and the evidence for each. */
export interface Judgement {
  verdict: Verdict;
  evidence: Evidence[];
}

/**
 * Judges statements about a network, or any other population, without a test runner.
 *
 * @example
 * const network = mlp({ width: 256, depth: 100, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
 * const { verdict } = await judge(network, mean(std.over(20, 99)).within(0.6453, 0.6573));
 *
 * @throws EngineError where the backend cannot be had.
 */
export async function judge<S extends Subject>(
  subject: S,
  says: Statement<TraceOf<S>> | readonly Statement<TraceOf<S>>[],
  { seed = 1, alpha = ALPHA, backend = 'auto', sampler, onLook }: JudgementOptions = {},
): Promise<Judgement> {
  const ensembles = new Ensembles(seed, () => loadEngine(backend), sampler);
  const statements = listed(says);
  ensembles.expect(subject, needsOf(statements));
  const evidence = await judgeStatements(ensembles.of(subject), statements, { alpha, onLook });
  return { verdict: together(evidence.map((one) => one.verdict)), evidence };
}
