import type { Text } from '../claim/index.ts';
import type { Interval } from '../stats/index.ts';
import type { SchemeRecord, TensorRecord } from './record.ts';
import type { Sample } from './sample.ts';

/** What a tensor's numbers were drawn from, as far as they tell. */
export interface Identity {
  readonly family: TensorRecord['family'];
  readonly law: Text;
  /** Those that the numbers do not exclude. */
  readonly schemes: SchemeRecord[];
  /** Where there is none of them: those that are drawn by mistake, and are not excluded either. */
  readonly mistakes: SchemeRecord[];
  readonly std: { readonly estimate: number; readonly interval: Interval };
  /** The distribution function of the law that is named first, or of its family; null for laws with atoms. */
  readonly cdf: ((x: number) => number) | null;
  /** The numbers that laws were put to: without those that are 0 where a law has an atom there. */
  readonly sample: Sample;
}
