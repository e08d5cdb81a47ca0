import { both } from '../claim/index.ts';
import type { FindingRecord, SchemeRecord, TensorRecord } from './record.ts';

/**
 * Weights whose law nobody means to draw. Software that draws a wrong one does so by its family. A mistake of scale is a std among many: of one
 * weight it may be a coincidence, and is a note; of several, of different shapes, it is none.
 */
export function mistaken(tensors: readonly TensorRecord[]): FindingRecord[] {
  const groups = new Map<string, { law: SchemeRecord; tensors: TensorRecord[] }>();
  for (const tensor of tensors) {
    const [first] = tensor.schemes.every(({ mistake }) => mistake) ? [...tensor.schemes, ...nearest(tensor, tensors)] : [];
    if (!first) continue;
    const { tensors: others } = groups.get(first.name) ?? { tensors: [] };
    groups.set(first.name, { law: first, tensors: [...others, tensor] });
  }
  return [...groups.values()].map(({ law, tensors: of }) => finding(law, of, tensors));
}

/** The mistakes that a tensor may be, those first that most others of other shapes may be too. */
function nearest({ mistakes }: TensorRecord, tensors: readonly TensorRecord[]): SchemeRecord[] {
  return mistakes.toSorted((a, b) => shapesOf(b, tensors) - shapesOf(a, tensors));
}

/** Shapes of the tensors that a mistake may be of. */
const shapesOf = ({ name }: SchemeRecord, tensors: readonly TensorRecord[]): number =>
  new Set(tensors.filter(({ mistakes }) => mistakes.some((one) => one.name === name)).map(({ shape }) => shape.join('×'))).size;

function finding(law: SchemeRecord, of: readonly TensorRecord[], tensors: readonly TensorRecord[]): FindingRecord {
  const certain = of.every(({ schemes }) => schemes.length > 0) || shapesOf(law, tensors) > 1;
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
