import type { Architecture } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { knownRatios } from './known-ratio.ts';
import { type DiagnosisRecord, jsonNumber } from './record.ts';
import type { Text } from './text.ts';
import { expectedOf, type FoundRatio, type Judged, ratioOf } from './variance-ratio.ts';

/**
 * What a failed statement was about, and, of networks, which variance their weights behave as if they had.
 *
 * @param others statements of the same claim: what variance is needed may be told by them alone.
 */
export function diagnose(
  failed: Judged,
  others: readonly Judged[],
  networks?: { readonly architecture: Architecture; readonly traces: readonly Trace[] },
): DiagnosisRecord {
  const { statement, evidence } = failed;
  const expected = expectedOf(failed);
  const found = networks && ratioOf(failed, others, networks.architecture, networks.traces);
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
    defects: found ? mistakes(found) : [],
    advice: found ? advice(found) : [],
  };
}

const right = ({ lo, hi }: FoundRatio): boolean => lo <= 1 && hi >= 1;

/** What the ratio is known for, the nearest first; nothing, where it may be 1. */
function mistakes(found: FoundRatio): Text[] {
  const { ratio, lo, hi, needed, layers } = found;
  if (right(found)) return [];
  return knownRatios(needed, layers)
    .filter((known) => known.ratio >= lo && known.ratio <= hi)
    .toSorted((a, b) => Math.abs(Math.log(a.ratio / ratio)) - Math.abs(Math.log(b.ratio / ratio)))
    .map(({ mistake }) => mistake);
}

function advice(found: FoundRatio): Text[] {
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
  return [
    {
      en: `multiply the weights’ std by ${factor}, to √fan_in·std = ${target}${found.keeping ? ', which keeps the size of the signal' : ''}`,
      zh: `把权值的标准差乘以 ${factor}，使 √fan_in·std = ${target}${found.keeping ? '，信号的大小便保持不变' : ''}`,
    },
  ];
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
