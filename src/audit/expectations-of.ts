import type { Audited } from './audit.ts';
import { type Expectation, type Expectations, EXPECTATIONS_SCHEMA } from './expectations.ts';
import { patternOf } from './pattern.ts';
import type { TensorRecord } from './record.ts';

/** What a first expectations file says: of every tensor what was found, in a pattern where all that are of it were found to be the same. */
export function expectationsOf({ tensors }: Pick<Audited, 'tensors'>): Expectations {
  const votes = new Map<string, number>();
  for (const { schemes } of tensors) for (const { name } of schemes) votes.set(name, (votes.get(name) ?? 0) + 1);
  const groups = new Map<string, TensorRecord[]>();
  for (const tensor of tensors) {
    const pattern = patternOf(tensor.name);
    groups.set(pattern, [...(groups.get(pattern) ?? []), tensor]);
  }
  const entries = [...groups].flatMap(([pattern, group]): [string, Expectation][] => {
    const each = group.map((tensor) => expectationOf(tensor, votes));
    const same = each.every((one) => JSON.stringify(one) === JSON.stringify(each[0]));
    return same ? [[pattern, each[0]]] : group.map(({ name }, i) => [name, each[i]]);
  });
  // The first that matches holds: a pattern that matches another's names too has less text of its own.
  const text = (pattern: string) => pattern.replaceAll('*', '').length;
  const isName = (pattern: string) => Number(!pattern.includes('*'));
  const ordered = entries.toSorted(([a], [b]) => isName(b) - isName(a) || text(b) - text(a));
  return { schema: EXPECTATIONS_SCHEMA, tensors: Object.fromEntries(ordered) };
}

/** The share by which a std may move where no law has a name: an interval of its own on either side. */
function expectationOf({ schemes, family, std, numbers }: TensorRecord, votes: ReadonlyMap<string, number>): Expectation {
  // Where several laws fit, the one that fits most tensors: of another draw the others may be excluded.
  const votesOf = (name: string) => votes.get(name) ?? 0;
  const [first] = schemes.toSorted((a, b) => votesOf(b.name) - votesOf(a.name));
  const { lo, hi } = std.interval;
  if (numbers === 0) return { any: true };
  const exact = lo === hi;
  if (!exact && !(Number(hi) / Number(lo) < 2)) return { any: true };
  if (first) return first.name.startsWith('constant_(') ? { constant: Number(first.name.slice(10, -1)) } : { scheme: first.name };
  if (family === 'none' || !Number.isFinite(Number(hi))) return { any: true };
  const half = exact ? 1.01 : Number(hi) / Number(lo);
  const band: [number, number] = [Number(lo) / half, Number(hi) * half];
  return family === 'constant' || family === 'identity' || family === 'dirac' || family === 'empty'
    ? { any: true }
    : { std: band, family };
}
