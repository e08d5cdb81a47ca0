import type { RunRecord } from '../claim/index.ts';
import { count, counted } from './format.ts';

/** How much of the whole a partial run judged: `3 of 9 claims`. */
export function part({ claims, of }: RunRecord): string {
  return of === null
    ? `${counted(claims.length, 'claim')}, of some of the spec files`
    : `${count(claims.length)} of ${counted(of, 'claim')}`;
}
