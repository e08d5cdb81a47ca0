import { both } from '../claim/index.ts';
import type { FindingRecord, SchemeRecord, TensorRecord } from './record.ts';

/**
 * Weights whose law nobody means to draw. Software that draws a wrong one does so by its family. A mistake of scale is a std among many: of one
 * weight it may be a coincidence, and is a note; of several, of different shapes, it is none.
 */
export function mistaken(tensors: readonly TensorRecord[]): FindingRecord[] {
  const shapes = new Map<string, Set<string>>();
  for (const { mistakes, shape } of tensors)
    for (const { name } of mistakes) shapes.set(name, (shapes.get(name) ?? new Set()).add(shape.join('×')));
  const shapesOf = ({ name }: SchemeRecord): number => shapes.get(name)?.size ?? 0;
  const groups = new Map<string, { law: SchemeRecord; of: TensorRecord[] }>();
  for (const tensor of tensors) {
    const { schemes, mistakes } = tensor;
    // Of several mistakes, the one that most others of other shapes may be too.
    const wrong = schemes.length > 0 ? schemes : mistakes.toSorted((a, b) => shapesOf(b) - shapesOf(a));
    const [law] = wrong;
    if (!law || !wrong.every(({ mistake }) => mistake)) continue;
    const group = groups.get(law.name) ?? { law, of: [] };
    group.of.push(tensor);
    groups.set(law.name, group);
  }
  return [...groups.values()].map(({ law, of }) => finding(law, of, of[0].schemes.length > 0 || shapesOf(law) > 1));
}

function finding(law: SchemeRecord, of: readonly TensorRecord[], certain: boolean): FindingRecord {
  const { en, zh = en } = law.mistake ?? law.meaning;
  return {
    kind: 'mistake',
    severity: certain ? 'error' : 'note',
    file: of[0].file,
    tensors: of.map(({ name }) => name),
    says: certain
      ? both(`${en} (${law.name})`, `${zh}（${law.name}）`)
      : both(`perhaps ${en} (${law.name})`, `也许是${zh}（${law.name}）`),
  };
}
