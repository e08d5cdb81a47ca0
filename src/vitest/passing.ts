import type { MatcherResult, MatcherState } from 'vitest';
import type { Judgement } from '../claim/index.ts';

/** What a matcher says of a judgement: supported passes, refuted passes with `.not`, and undecided passes neither way. */
export function passing(
  { isNot }: Pick<MatcherState, 'isNot'>,
  judgement: Judgement,
  rerun: () => string,
): Awaited<MatcherResult> {
  const { verdict, seed } = judgement;
  return {
    // vitest turns it round for `.not`.
    pass: isNot ? verdict !== 'refuted' : verdict === 'supported',
    message: () =>
      [`${isNot ? 'expected to be refuted, but ' : ''}${judgement.explain()}`, `seed ${seed}; rerun: ${rerun()}`].join('\n'),
  };
}
