import type { Verdict } from '../stats/index.ts';
import { diagnosed, seen } from './explain.ts';
import type { DiagnosisRecord, EvidenceRecord } from './record.ts';
import type { Statement } from './statement.ts';

interface Judged {
  readonly verdict: Verdict;
  readonly records: readonly EvidenceRecord[];
  readonly subject: string;
  readonly diagnosis: DiagnosisRecord | null;
}

/**
 * A judgement in words: the verdict, what was claimed and of what, then what was seen of each statement that is not supported (of all,
 * where they are), and what that may come from.
 *
 * @param layers names of a model's layers.
 * @param unit what is drawn.
 */
export function explainJudgement(
  { verdict, records, subject, diagnosis }: Judged,
  statements: readonly Statement<never>[],
  { layers = [], unit = 'networks' }: { readonly layers?: readonly string[]; readonly unit?: string } = {},
): string {
  return [
    `${verdict}: ${statements.map(claimed).join('; and ')}`,
    `of ${subject}`,
    ...seen(records, verdict, { all: verdict === 'supported', unit }).map(indented),
    ...(diagnosis ? [...place(diagnosis, layers), ...diagnosed(diagnosis)].map(indented) : []),
  ].join('\n');
}

/** What a statement says, as one would say it. */
export function claimed<T>({ words, value, band }: Statement<T>): string {
  const { lo, hi } = band;
  if (words) return words.en;
  if (lo === -Infinity) return `${value.en} is below ${hi}`;
  return hi === Infinity ? `${value.en} is above ${lo}` : `${value.en} is in [${lo}, ${hi}]`;
}

const indented = (line: string) => `  ${line}`;

/** Where the value was seen, in the middle network. */
function place({ layer }: DiagnosisRecord, layers: readonly string[]): string[] {
  if (layer === null) return [];
  const name = layers[layer];
  return [`furthest at layer ${layer}${name === undefined ? '' : `, ${name}`}`];
}
