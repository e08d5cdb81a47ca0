import type { MatcherResult, MatcherState } from 'vitest';
import type { Architecture } from '../architecture/index.ts';
import { judge, type Judgeable, type JudgementOptions, type Says, type TraceOf } from '../claim/index.ts';
import type { Trace } from '../network/index.ts';
import { passing } from './passing.ts';
import { rerunOf } from './rerun.ts';
import { settings } from './settings.ts';

/** How a matcher judges. Seed, backend and sampler come from `GAINSAY_SEED`, `GAINSAY_BACKEND` and `GAINSAY_SAMPLER`, unless they are given. */
export type MatcherOptions = Omit<JudgementOptions, 'onLook'>;

export interface ToUphold<T> {
  /**
   * Draws networks until it is clear whether they uphold a statement, or several: of an architecture, or a TensorFlow.js model's builder.
   * It passes where they do; `.not` passes where they are seen not to. What is still undecided at the last look passes neither way.
   *
   * @example
   * await expect(network).toUphold(keepsStd({ near: 1, within: 2 }));
   * await expect((tf) => build(tf)).not.toUphold([keepsStd(), keepsGradient()]);
   */
  toUphold(says: Says<TraceOf<T>>, options?: MatcherOptions): Promise<void>;
}

export async function toUphold(
  this: MatcherState,
  received: Judgeable,
  says: Says<Trace>,
  options: MatcherOptions = {},
): Promise<Awaited<MatcherResult>> {
  const { seed, backend, sampler } = settings();
  const used = { seed, backend, sampler, ...given(options) };
  // What the matcher's own type has seen to: that the statements are about what the subject shows.
  return passing(this, await judge(received as Architecture, says, used), () =>
    rerunOf(this, { ...used, seed: String(used.seed) }),
  );
}

/** Options without those that are left undefined. */
function given<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
