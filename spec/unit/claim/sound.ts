import {
  type Claim,
  type ClaimRecord,
  type Defect,
  instead,
  judgeClaim,
  mean,
  type Population,
  type Progress,
} from '../../../src/claim/index.ts';
import { spread, value, withoutEngine } from './populations.ts';

/** Defects that every statement about a number near 1 refutes. */
export const low: Defect<Population<number>> = instead('too low', spread(-5, 0.01));
export const high: Defect<Population<number>> = instead('too high', spread(5, 0.01));

/** A claim that has nothing to complain of. */
export const sound: Claim<Population<number>> = {
  id: 'spec/number',
  sentence: 'the number is near 1',
  of: spread(1, 0.01),
  says: mean(value).within(0.5, 1.5),
  predicts: 1,
  controls: [low, high],
  source: 'this spec',
  because: 'it was made so',
};

/** The sound claim, changed in some respect, and judged. */
export const judged = (
  change: Partial<Claim<Population<number>>> = {},
  onLook?: (progress: Progress) => void,
): Promise<ClaimRecord> =>
  judgeClaim({ ...sound, ...change }, { ensembles: withoutEngine(), rerun: (id) => `again ${id}`, ...(onLook && { onLook }) });
