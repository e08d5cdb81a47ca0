import type { Text } from '../claim/index.ts';

/** An answer that is not right yet: why, and what was measured, a line each. */
export class NotYet extends Error {
  override name = 'NotYet';
  readonly told: Text;
  readonly seen: readonly Text[];

  constructor(told: Text, seen: readonly Text[] = []) {
    super([told.en, ...seen.map(({ en }) => en)].join('\n'));
    this.told = told;
    this.seen = seen;
  }
}
