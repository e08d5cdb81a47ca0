import { both, type Text } from '../claim/index.ts';
import type { AuditRecord, FindingRecord } from './record.ts';

/** One reason why a gate fails, or something that is worth a look. */
export interface Fault {
  readonly severity: FindingRecord['severity'];
  /** Null for what is of no file: a pattern that no tensor is of. */
  readonly file: string | null;
  readonly tensors: readonly string[];
  readonly says: Text;
  readonly advice?: Text;
}

/** What an audit has to say against the tensors: what makes it fail first. */
export function faultsOf({ findings, tensors, expectations }: AuditRecord): Fault[] {
  const refuted = tensors.flatMap(({ file, name, expected }): Fault[] => {
    if (!expected || expected.verdict === 'supported') return [];
    const { verdict, says, why } = expected;
    const zh = verdict === 'refuted' ? '被否定' : '未定';
    return [
      {
        severity: 'error',
        file,
        tensors: [name],
        says: both(`${verdict}: ${says.en}; ${why.en}`, `${zh}：${says.zh}；${why.zh}`),
      },
    ];
  });
  const unmatched = (expectations?.unmatched ?? []).map((pattern): Fault => ({
    severity: 'error',
    file: null,
    tensors: [pattern],
    says: both('is expected, and no tensor is of that pattern', '有期望，但没有张量符合该模式'),
  }));
  const all = [...refuted, ...unmatched, ...findings];
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity === 'note')];
}
