import type { MatcherResult, MatcherState } from 'vitest';
import { type ClaimedLaw, type DrawsWeights, type LawJudgementOptions, judgeInitializer } from '../claim/index.ts';
import { passing } from './passing.ts';
import { rerunOf } from './rerun.ts';
import { settings } from './settings.ts';

/** How `toBeDrawnFrom` judges. The seed comes from `GAINSAY_SEED`, unless it is given. */
export type DrawnFromOptions = Omit<LawJudgementOptions, 'onLook'>;

export interface ToBeDrawnFrom {
  /**
   * Draws weights until it is clear whether they have the mean, the variance and the distribution of a law: by an initializer of ours or of
   * TensorFlow.js, or by a function from shape to numbers. `.not` passes where they are seen not to; undecided passes neither way.
   *
   * @example
   * await expect(tf.initializers.heUniform({})).toBeDrawnFrom(kaimingUniform());
   * await expect((shape) => mine(shape)).toBeDrawnFrom(normalLaw(0, 0.02), { shape: [512, 128] });
   */
  toBeDrawnFrom(law: ClaimedLaw, options?: DrawnFromOptions): Promise<void>;
}

export async function toBeDrawnFrom(
  this: MatcherState,
  received: DrawsWeights,
  law: ClaimedLaw,
  options: DrawnFromOptions = {},
): Promise<Awaited<MatcherResult>> {
  const { seed, ...rest } = settings();
  const used = { ...options, seed: options.seed ?? seed };
  const judgement = await judgeInitializer(received, law, used);
  return passing(this, judgement, () => rerunOf(this, { ...rest, seed: String(used.seed) }));
}
