import { audit, type Audited, type AuditOptions } from '../../../src/audit/index.ts';
import { checkpointOf, type Made } from './checkpoint-of.ts';

/** An audit of tensors that a spec has made. */
export const auditOf = (tensors: Readonly<Record<string, Made>>, options: AuditOptions = {}): Promise<Audited> =>
  audit([{ file: 'made', checkpoint: checkpointOf(tensors) }], options);

/** Twenty seeds, none of which is the one that anything was written by. */
export const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, i) => 101 + i);
