import { mean } from 'simple-statistics';
import type { Architecture, Layer } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { student } from '../stats/index.ts';
import { lnEffectiveVariance } from './effective-variance.ts';
import type { Evidence } from './judge.ts';
import { keepingFactor, neededFactor } from './needed-variance.ts';
import type { Statement } from './statement.ts';

/** Most networks that are looked at: a diagnosis is a hint, and each network asks for a root a layer. */
const NETWORKS = 16;

/** Error rate of the interval for the ratio, by which mistakes are told apart. */
const ALPHA = 0.01;

/** A statement with what was predicted for it, and what was seen. */
export interface Judged {
  readonly statement: Statement<Trace>;
  readonly evidence: Evidence;
  readonly predicted: number | null;
}

/** n·Var(w) as the networks show it over the one that is needed. */
export interface FoundRatio {
  readonly ratio: number;
  readonly lo: number;
  readonly hi: number;
  /** fan_in·Var(w) as it should be, in the first layer. */
  readonly needed: number;
  /** Whether that is what keeps the signal's size, where no statement says what it should be. */
  readonly keeping: boolean;
  readonly layers: readonly Layer[];
}

/** The variance that a claim's networks behave as if they had, over the one that it needs; undefined where either cannot be told. */
export function ratioOf(
  failed: Judged,
  others: readonly Judged[],
  architecture: Architecture,
  traces: readonly Trace[],
): FoundRatio | undefined {
  const { layers } = architecture;
  const { over } = failed.statement;
  const to = over?.to ?? layers.length - 1;
  // What a single layer shows, all layers before it made.
  const from = over && over.from < to ? over.from : 0;
  const logs = traces
    .slice(0, NETWORKS)
    .map((trace) => lnEffectiveVariance(architecture, trace, from, to))
    .filter(Number.isFinite);
  if (logs.length < 2) return undefined;
  const told = firstOf([failed, ...others], (one) => toldBy(one, architecture));
  // A law of the layers' ratios is claimed where the signal keeps its size. Of shares and of cosines mean field has no number.
  const keeping = told === null && failed.statement.kind === 'distribution';
  const factor = keeping ? keepingFactor(architecture) : told;
  if (factor === null) return undefined;
  const [{ fanIn, fanOut, init }] = layers;
  const needed = factor * fanIn * init.law([fanOut, fanIn]).std ** 2;
  const { estimate, interval } = student(logs, ALPHA);
  const ratio = Math.exp(estimate) / factor;
  // E ln of a layer's ratio is up to 5/(2n) below ln E (ReLU; linear 1/n), and the mean of ln over layers with it.
  const bias = 2.5 / Math.min(...layers.map((layer) => layer.fanOut));
  const lo = Math.exp(interval.lo - bias) / factor;
  const hi = Math.exp(interval.hi + bias) / factor;
  return { ratio, lo, hi, needed, keeping, layers };
}

/** The factor on the weights' variance that a statement asks for, where mean field has a number for it. */
function toldBy(one: Judged, architecture: Architecture): number | null {
  const { kind, read } = one.statement;
  if (kind !== 'mean' && kind !== 'quantile') return null;
  return neededFactor(architecture, (trace) => read(trace)[0], expectedOf(one));
}

function firstOf<T>(all: readonly T[], find: (one: T) => number | null): number | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** What was predicted; else the middle of the band, or its only end. */
export function expectedOf({ evidence, predicted }: Judged): number {
  const { lo, hi } = evidence.band;
  if (predicted !== null) return predicted;
  if (Number.isFinite(lo) && Number.isFinite(hi)) return mean([lo, hi]);
  return Number.isFinite(lo) ? lo : hi;
}
