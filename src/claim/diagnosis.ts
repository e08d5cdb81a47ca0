import type { Architecture } from '../architecture/index.ts';
import type { ModelTrace, Trace } from '../network/index.ts';
import type { Aim } from './aim.ts';
import { knownRatios } from './known-ratio.ts';
import { modelAdvice, within } from './model-advice.ts';
import { modelRatio } from './model-ratio.ts';
import { architectureOf, type Subject } from './population.ts';
import { type DiagnosisRecord, jsonNumber } from './record.ts';
import type { Statement } from './statement.ts';
import { both, type Text } from './text.ts';
import { expectedOf, type FoundRatio, type Judged, ratioOf } from './variance-ratio.ts';

/** Networks that a statement failed for: those of an architecture, or a TensorFlow.js model's. */
export type Failed =
  { readonly architecture: Architecture; readonly traces: readonly Trace[] } | { readonly traces: readonly ModelTrace[] };

/**
 * What a failed statement was about, and, of networks, which variance their weights behave as if they had; of a model, which they have.
 *
 * @param others statements of the same claim: what variance is needed may be told by them alone.
 */
export function diagnose(failed: Judged, others: readonly Judged[], networks?: Failed): DiagnosisRecord {
  const { statement, evidence } = failed;
  const expected = expectedOf(failed);
  const found = networks && foundIn(networks, failed, others);
  return {
    layer: networks && statement.layerOf ? typicalLayer(statement, networks.traces) : (statement.over?.to ?? null),
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
    defects: found ? mistakes(found) : [],
    advice: found ? advice(found) : [],
  };
}

/** A subject's networks as a diagnosis wants them; undefined for another population. */
export function failedNetworks(subject: Subject, traces: readonly unknown[]): Failed | undefined {
  const architecture = architectureOf(subject);
  if (architecture) return { architecture, traces: traces as readonly Trace[] };
  return 'model' in subject ? { traces: traces as readonly ModelTrace[] } : undefined;
}

function foundIn(networks: Failed, failed: Judged, others: readonly Judged[]): FoundRatio | undefined {
  if ('architecture' in networks) return ratioOf(failed, others, networks.architecture, networks.traces);
  const aim = aimOf(failed);
  return aim && modelRatio(networks.traces, aim);
}

/** What a statement about a model asks of its weights: what it says, or to give a layer's std. */
function aimOf(failed: Judged): Aim | undefined {
  const { aim, over, kind } = failed.statement;
  if (aim !== undefined) return aim ?? undefined;
  const near = expectedOf(failed);
  return over?.of === 'std' && !over.ln && kind !== 'proportion' && near > 0 ? { keeps: 'signal', near } : undefined;
}

/** The layer that the value of the middle network comes from. */
function typicalLayer({ read, layerOf }: Statement<Trace>, traces: readonly Trace[]): number | null {
  const byValue = traces
    .map((trace) => ({ trace, value: read(trace)[0] }))
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  return layerOf?.(byValue[Math.floor(byValue.length / 2)].trace) ?? null;
}

const right = ({ lo, hi }: FoundRatio): boolean => lo <= 1 && hi >= 1;

/** What the ratio is known for, the nearest first; nothing, where it may be 1. */
function mistakes(found: FoundRatio): Text[] {
  const { ratio, lo, hi, needed, layers } = found;
  if (right(found)) return [];
  return knownRatios(needed, layers)
    .filter((known) => known.ratio >= lo && known.ratio <= hi)
    .toSorted((a, b) => Math.abs(Math.log(a.ratio / ratio)) - Math.abs(Math.log(b.ratio / ratio)))
    .map(({ mistake }) => (found.model?.where ? placed(mistake, within(found.model.where)) : mistake));
}

const placed = ({ en, zh = en }: Text, where: { en: string; zh: string }): Text =>
  both(`in ${where.en}: ${en}`, `在${where.zh}中：${zh}`);

function advice(found: FoundRatio): Text[] {
  if (found.model) return modelAdvice(found, found.model, right(found));
  if (right(found)) {
    return [
      {
        en: 'the weights have the variance that they should: look at the activation, the biases, the input, and at seeds that are set anew',
        zh: '权值的方差正确：请检查激活函数、偏置、输入，以及是否重复设置了种子',
      },
    ];
  }
  const factor = digits(1 / Math.sqrt(found.ratio));
  const target = digits(Math.sqrt(found.needed));
  const { en, zh } = found.keeps === null || found.keeps === 'growth' ? NOTHING_KEPT : KEPT[found.keeps];
  return [
    {
      en: `multiply the weights’ std by ${factor}, to √fan_in·std = ${target}${en}`,
      zh: `把权值的标准差乘以 ${factor}，使 √fan_in·std = ${target}${zh}`,
    },
  ];
}

const NOTHING_KEPT = { en: '', zh: '' };

const KEPT = {
  signal: { en: ', which keeps the size of the signal', zh: '，信号的大小便保持不变' },
  gradient: { en: ', which keeps the size of the gradient', zh: '，梯度的大小便保持不变' },
};

const digits = (value: number): string => String(Number(value.toPrecision(3)));
