import type { RunRecord } from '../claim/index.ts';

/** What a run came to, in three lines, and where the report is. */
export function summary({ claims, partial, of, spent, budget, seed, backend, networks, times }: RunRecord, page: string): string {
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  const controls = claims.flatMap((claim) => claim.controls);
  const refuted = controls.filter((control) => control.verdict === 'refuted').length;
  const judged = `${claims.length}${partial ? ` of ${of ?? 'more'}` : ''} ${claims.length === 1 && !partial ? 'claim' : 'claims'}`;
  return [
    `${judged}: ${count('supported')} supported, ${count('refuted')} refuted, ${count('undecided')} undecided; ${refuted} of ${controls.length} controls refuted, as they must be`,
    `error rate spent ${spent.toPrecision(3)} of ${budget}; seed ${seed}; ${backend.name} (${backend.version}); ${networks} networks in ${times.seconds.toFixed(1)} s`,
    `report: ${page}`,
  ].join('\n');
}
