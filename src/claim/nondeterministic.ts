import type { Seed } from '../random/index.ts';
import type { Difference } from './difference.ts';

/** The same seed gave two outcomes: there is no population to speak of, and no verdict. */
export class Nondeterministic extends Error {
  override name = 'Nondeterministic';

  constructor(subject: string, seed: Seed, { at, one, other }: Difference) {
    super(
      `nondeterministic: ${subject} drawn twice from seed ${seed} shows two things: ${at || 'its value'} is ${String(one)} at first, and then ${String(other)}; ` +
        'no verdict on what one seed does not draw twice (look for counters, clocks, and generators that go on from one call to the next)',
    );
  }
}
