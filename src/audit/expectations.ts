import { matches } from './pattern.ts';

export const EXPECTATIONS_SCHEMA = 'gainsay/expectations/1';

/** What is expected of the tensors that a pattern matches. */
export type Expectation =
  /** That their numbers do not exclude a named law, by the name that the audit has for it: `kaiming_normal_(nonlinearity='relu')`. */
  | { scheme: string }
  /** That their std lies in a band, and, where one is named, that their family is this. */
  | { std: [lo: number, hi: number]; family?: 'normal' | 'truncated normal' | 'uniform' | 'orthogonal' | 'sparse' }
  /** That all their numbers are this one. */
  | { constant: number }
  /** Nothing: they are listed, and not judged. */
  | { any: true };

/** What a checkpoint's tensors should be, for `gainsay audit --expect`. */
export interface Expectations {
  /** The JSON Schema that it is held to, for editors. */
  $schema?: string;
  schema: typeof EXPECTATIONS_SCHEMA;
  /** By name pattern, in which `*` stands for any text; the first that matches a name is the one that holds. */
  tensors: Record<string, Expectation>;
}

/** The expectation that is about a tensor, and its pattern; null where there is none. */
export function expectationFor(
  name: string,
  expectations: Expectations | undefined,
): { readonly pattern: string; readonly expectation: Expectation } | null {
  const [pattern, expectation] = Object.entries(expectations?.tensors ?? {}).find(([one]) => matches(one, name)) ?? [];
  return pattern === undefined || expectation === undefined ? null : { pattern, expectation };
}
