import { mean } from 'simple-statistics';
import type { Architecture, Layer } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { student } from '../stats/index.ts';
import { lnEffectiveVariance } from './effective-variance.ts';
import type { Evidence } from './judge.ts';
import { type Aim, aimedVariance } from './aim.ts';
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
  /** What that keeps, where it follows from no number that a statement gives. */
  readonly keeps: Aim['keeps'] | null;
  /** Those whose weights it was read from. */
  readonly layers: readonly Pick<Layer, 'fanIn' | 'fanOut'>[];
  /** Of a TensorFlow.js model: which layers these are, null for all; and how many layers add branches. */
  readonly model?: { readonly where: readonly string[] | null; readonly adds: number };
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
  const wanted = factorFor(failed, others, architecture);
  if (wanted === null) return undefined;
  const { factor, keeps } = wanted;
  const [{ fanIn, fanOut, init }] = layers;
  const needed = factor * fanIn * init.law([fanOut, fanIn]).std ** 2;
  const { estimate, interval } = student(logs, ALPHA);
  const ratio = Math.exp(estimate) / factor;
  // E ln of a layer's ratio is up to 5/(2n) below ln E (ReLU; linear 1/n), and the mean of ln over layers with it.
  const bias = 2.5 / Math.min(...layers.map((layer) => layer.fanOut));
  const lo = Math.exp(interval.lo - bias) / factor;
  const hi = Math.exp(interval.hi + bias) / factor;
  return { ratio, lo, hi, needed, keeps, layers };
}

/** The factor on the weights' variance that is needed: by what a statement aims at, by its number, or to keep the signal's size. */
function factorFor(
  failed: Judged,
  others: readonly Judged[],
  architecture: Architecture,
): { readonly factor: number; readonly keeps: Aim['keeps'] | null } | null {
  const { aim, kind } = failed.statement;
  if (aim === null) return null;
  if (aim) {
    const factor = aimedFactor(architecture, aim);
    if (factor !== null) return { factor, keeps: aim.keeps };
  }
  const told = firstOf([failed, ...others], (one) => toldBy(one, architecture));
  if (told !== null) return { factor: told, keeps: null };
  // A law of the layers' ratios is claimed where the signal keeps its size. Of shares and of cosines mean field has no number.
  return kind === 'distribution' ? { factor: keepingFactor(architecture), keeps: 'signal' } : null;
}

function aimedFactor({ layers }: Architecture, aim: Aim): number | null {
  const [{ activation, init, fanIn, fanOut, bias }] = layers;
  const needed = aimedVariance(activation, aim, bias ? bias.law([fanOut]).std ** 2 : 0);
  return needed && needed / (fanIn * init.law([fanOut, fanIn]).std ** 2);
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

/** What was predicted; else, of a factor by which something strays, 1; else the middle of the band, or its only end. */
export function expectedOf({ statement, evidence, predicted }: Judged): number {
  const { lo, hi } = evidence.band;
  if (predicted !== null) return predicted;
  if (statement.layerOf) return 1;
  if (Number.isFinite(lo) && Number.isFinite(hi)) return mean([lo, hi]);
  return Number.isFinite(lo) ? lo : hi;
}
