import { both } from '../claim/index.ts';
import type { DeadLines } from './dead-lines.ts';
import type { FindingRecord, TensorRecord } from './record.ts';

/** What one tensor shows that is wrong, or worth a look. */
export function findingsOf(tensor: TensorRecord, dead: DeadLines | null): FindingRecord[] {
  return [...nonFinite(tensor), ...lifeless(tensor, dead)];
}

/** What is wrong with a tensor of which nothing is expected is worth a look, and no error. */
export const noted = (finding: FindingRecord): FindingRecord => ({ ...finding, severity: 'note' });

function nonFinite({ file, name, nan, infinite }: TensorRecord): FindingRecord[] {
  if (nan + infinite === 0) return [];
  return [
    {
      kind: 'non-finite',
      severity: 'error',
      file,
      tensors: [name],
      says: both(`has ${nan} NaN and ${infinite} infinite numbers`, `有 ${nan} 个 NaN 和 ${infinite} 个无穷大`),
    },
  ];
}

/** Families in which whole rows and columns of zeros are meant, or come by chance. */
const MEANT: ReadonlySet<string> = new Set<TensorRecord['family']>(['identity', 'dirac', 'sparse']);

function lifeless({ file, name, role, family }: TensorRecord, dead: DeadLines | null): FindingRecord[] {
  if (!dead || dead.outputs + dead.inputs === 0 || MEANT.has(family)) return [];
  // A row of zeros is how a padding's embedding is kept out.
  const severity = role === 'embedding' ? 'note' : 'error';
  return [
    {
      kind: 'dead',
      severity,
      file,
      tensors: [name],
      says: both(
        `${dead.outputs} of its units and ${dead.inputs} of its inputs are dead: all their weights are 0`,
        `有 ${dead.outputs} 个单元和 ${dead.inputs} 个输入已死：其权值全为 0`,
      ),
    },
  ];
}
