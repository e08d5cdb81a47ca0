import { isAbout } from './is-about.ts';
import { patternOf } from './pattern.ts';
import type { AuditRecord, TensorRecord } from './record.ts';

/** Tensors whose names differ in their numbers only, and of which the same is to be said. */
export interface Folded {
  /** `h.{0…11}.mlp.weight`; the name itself of one tensor. */
  readonly name: string;
  readonly tensors: readonly TensorRecord[];
  /** The names of the laws that none of them excludes. */
  readonly schemes: readonly string[];
}

/** The tensors of an audit, those that are alike together, in the order of the first of each. */
export function folded({ tensors, findings }: Pick<AuditRecord, 'tensors' | 'findings'>): Folded[] {
  const groups = new Map<string, Omit<Folded, 'name'>[]>();
  for (const tensor of tensors) {
    const { file, name, shape, family, schemes, expected } = tensor;
    const found = findings.filter((finding) => isAbout(finding, tensor)).map(({ kind }) => kind);
    const key = JSON.stringify([file, patternOf(name), shape, family, schemes.length > 0, found, expected?.verdict ?? null]);
    const own = schemes.map((scheme) => scheme.name);
    const alike = groups.get(key) ?? [];
    const at = alike.findIndex((group) => own.length === 0 || group.schemes.some((scheme) => own.includes(scheme)));
    if (at < 0) alike.push({ tensors: [tensor], schemes: own });
    else {
      const { tensors: others, schemes: common } = alike[at];
      alike[at] = { tensors: [...others, tensor], schemes: common.filter((scheme) => own.includes(scheme)) };
    }
    groups.set(key, alike);
  }
  return [...groups.values()].flat().map((group) => ({ ...group, name: nameOf(group.tensors.map(({ name }) => name)) }));
}

/** One name for several: where their numbers differ, from the least to the greatest. */
function nameOf(names: readonly string[]): string {
  const numbers = names.map((name) => (name.match(/\d+/g) ?? []).map(Number));
  const ranges = numbers[0].map((_, i) => {
    const each = numbers.map((one) => one[i]);
    const [least, greatest] = [Math.min(...each), Math.max(...each)];
    return least === greatest ? String(least) : `{${least}…${greatest}}`;
  });
  let at = 0;
  return names[0].replace(/\d+/g, (number) => (names.length === 1 ? number : ranges[at++]));
}
