import { ParameterError, positive } from '../parameter.ts';

/**
 * A batch in random directions whose second moments and cosines are not left to chance: what one layer makes of it is then an
 * unbiased sample of the variance and correlation maps, at any width.
 */
export interface ExactInput {
  /** The mean square of every row, or one for each row. */
  readonly secondMoment: number | readonly number[];
  /** The cosine of every two rows, in [0, 1]. */
  readonly cosine: number;
}

/** The second moment of each row. */
export function secondMoments({ secondMoment }: ExactInput, batch: number): readonly number[] {
  return typeof secondMoment === 'number' ? new Array<number>(batch).fill(secondMoment) : secondMoment;
}

/**
 * The input, if rows of it can be made.
 *
 * @throws ParameterError for a second moment that is not positive, a number of them that is not the batch's, a cosine outside
 *   [0, 1], and a width that has no room for the rows' directions and the one that they share.
 */
export function possible(input: ExactInput, batch: number, width: number): ExactInput {
  const each = secondMoments(input, batch);
  if (each.length !== batch) throw new ParameterError('input.secondMoment', `one number, or ${batch} of them`, each);
  for (const secondMoment of each) positive('input.secondMoment', secondMoment);
  if (!(input.cosine >= 0 && input.cosine <= 1)) throw new ParameterError('input.cosine', 'in [0, 1]', input.cosine);
  if (width <= batch) throw new ParameterError('width of an exact input', `more than the batch of ${batch}`, width);
  return input;
}
