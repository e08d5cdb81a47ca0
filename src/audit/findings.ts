import { both } from '../claim/index.ts';
import type { DeadLines } from './dead-lines.ts';
import type { FindingRecord, TensorRecord } from './record.ts';

/**
 * What one tensor shows that is wrong, or worth a look.
 *
 * @param at the place of its first number that is not finite.
 */
export function findingsOf(tensor: TensorRecord, dead: DeadLines | null, at: readonly number[]): FindingRecord[] {
  return [...nonFinite(tensor, at), ...lifeless(tensor, dead)];
}

/** What is wrong with a tensor of which nothing is expected is worth a look, and no error. */
export const noted = (finding: FindingRecord): FindingRecord => ({ ...finding, severity: 'note' });

function nonFinite({ file, name, nan, infinite }: TensorRecord, at: readonly number[]): FindingRecord[] {
  if (nan + infinite === 0) return [];
  return [
    {
      kind: 'non-finite',
      severity: 'error',
      file,
      tensors: [name],
      says: both(
        `has ${nan} NaN and ${infinite} infinite numbers, the first at [${at.join(', ')}]`,
        `有 ${nan} 个 NaN 和 ${infinite} 个无穷大，第一个在 [${at.join(', ')}]`,
      ),
    },
  ];
}

/** Families in which whole rows and columns of zeros are meant, or come by chance. */
const MEANT: ReadonlySet<string> = new Set<TensorRecord['family']>(['identity', 'dirac', 'sparse']);

function lifeless({ file, name, role, family }: TensorRecord, dead: DeadLines | null): FindingRecord[] {
  if (!dead || dead.outputs.length + dead.inputs.length === 0 || MEANT.has(family)) return [];
  // A row of zeros is how a padding's embedding is kept out.
  const severity = role === 'embedding' ? 'note' : 'error';
  return [
    {
      kind: 'dead',
      severity,
      file,
      tensors: [name],
      says: both(
        `${counted(dead.outputs, 'unit')} and ${counted(dead.inputs, 'input')} are dead: all their weights are 0`,
        `有 ${indexed(dead.outputs)} 个单元和 ${indexed(dead.inputs)} 个输入已死：其权值全为 0`,
      ),
    },
  ];
}

/** `2 units (3, 50)`: how many, and the first few by their index, counted from 0. */
const indexed = (indices: readonly number[]): string => {
  const shown = indices.slice(0, 5).join(', ') + (indices.length > 5 ? ', …' : '');
  return indices.length === 0 ? '0' : `${indices.length} (${shown})`;
};

const counted = (indices: readonly number[], noun: string): string =>
  indexed(indices).replace(/^\d+/, (count) => `${count} ${noun}${count === '1' ? '' : 's'}`);
