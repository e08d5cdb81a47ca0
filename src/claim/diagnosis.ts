import { mean } from 'simple-statistics';
import type { Architecture } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { type Finding, student } from '../stats/index.ts';
import { lnEffectiveVariance } from './effective-variance.ts';
import type { Evidence } from './judge.ts';
import { knownRatios } from './known-ratio.ts';
import { keepingFactor, neededFactor } from './needed-variance.ts';
import { type DiagnosisRecord, jsonNumber } from './record.ts';
import type { Statement } from './statement.ts';
import type { Text } from './text.ts';

/** Most networks that are looked at: a diagnosis is a hint, and each network asks for a root a layer. */
const NETWORKS = 16;

/** Error rate of the interval for the ratio, by which mistakes are told apart. */
const ALPHA = 0.01;

/** What a failed statement was about, and, of networks, which variance their weights behave as if they had. */
export function diagnose(
  statement: Statement<Trace>,
  evidence: Evidence,
  predicted: number | null,
  networks?: { readonly architecture: Architecture; readonly traces: readonly Trace[] },
): DiagnosisRecord {
  const expected = expectedOf(evidence, predicted);
  const found = networks && ratioOf(statement, expected, networks.architecture, networks.traces.slice(0, NETWORKS));
  return {
    layer: statement.over?.to ?? null,
    value: statement.value,
    observed: jsonNumber(evidence.estimate),
    expected: jsonNumber(expected),
    ratio: found
      ? {
          estimate: jsonNumber(found.ratio),
          lo: jsonNumber(found.lo),
          hi: jsonNumber(found.hi),
          needed: jsonNumber(found.needed),
        }
      : null,
    defects: [...(found?.mistakes ?? [])],
    advice: found ? advice(found) : [],
  };
}

interface FoundRatio {
  readonly ratio: number;
  readonly lo: number;
  readonly hi: number;
  /** fan_in·Var(w) as it should be. */
  readonly needed: number;
  readonly mistakes: readonly Text[];
}

function ratioOf(
  statement: Statement<Trace>,
  expected: number,
  architecture: Architecture,
  traces: readonly Trace[],
): FoundRatio | undefined {
  const { layers } = architecture;
  const { from, to } = statement.over ?? { from: 0, to: layers.length - 1 };
  const logs = traces.map((trace) => lnEffectiveVariance(architecture, trace, from, to)).filter(Number.isFinite);
  if (logs.length < 2) return undefined;
  // Of a law's distance, or of a share, mean field has no number: then the signal should keep its size.
  const asks = statement.kind === 'mean' || statement.kind === 'quantile';
  const factor =
    (asks ? neededFactor(architecture, (trace) => statement.read(trace)[0], expected) : null) ?? keepingFactor(architecture);
  const [{ fanIn, fanOut, init }] = layers;
  const needed = factor * fanIn * init.law([fanOut, fanIn]).std ** 2;
  const { estimate, interval }: Finding = student(logs, ALPHA);
  const ratio = Math.exp(estimate) / factor;
  // E ln of a layer's ratio is up to 5/(2n) below ln E (ReLU; linear 1/n), and the mean of ln over layers with it.
  const bias = 2.5 / Math.min(...layers.map((layer) => layer.fanOut));
  const lo = Math.exp(interval.lo - bias) / factor;
  const hi = Math.exp(interval.hi + bias) / factor;
  const mistakes = knownRatios(needed, fanIn)
    .filter((known) => known.ratio >= lo && known.ratio <= hi)
    .toSorted((a, b) => Math.abs(Math.log(a.ratio / ratio)) - Math.abs(Math.log(b.ratio / ratio)))
    .map(({ mistake }) => mistake);
  return { ratio, lo, hi, needed, mistakes };
}

/** What was predicted; else the middle of the band, or its only end. */
function expectedOf({ band: { lo, hi } }: Evidence, predicted: number | null): number {
  if (predicted !== null) return predicted;
  if (Number.isFinite(lo) && Number.isFinite(hi)) return mean([lo, hi]);
  return Number.isFinite(lo) ? lo : hi;
}

function advice({ ratio, lo, hi, needed }: FoundRatio): Text[] {
  if (lo <= 1 && hi >= 1) {
    return [
      {
        en: 'the weights have the variance that they should: look at the activation, the biases, the input, and at seeds that are set anew',
        zh: '权值的方差正确：请检查激活函数、偏置、输入，以及是否重复设置了种子',
      },
    ];
  }
  const factor = digits(1 / Math.sqrt(ratio));
  const target = digits(Math.sqrt(needed));
  return [
    {
      en: `multiply the weights’ std by ${factor}, to √fan_in·std = ${target}`,
      zh: `把权值的标准差乘以 ${factor}，使 √fan_in·std = ${target}`,
    },
  ];
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
