import type { Checked } from '../check/index.ts';
import { complaints, type RunRecord, SCHEMA } from '../claim/index.ts';
import type { Engine } from '../network/index.ts';
import { BUDGET } from '../stats/index.ts';
import { version } from '../version.ts';

/** What a check found as a run's record, which the page and its companions are made of. */
export function runOf(
  { claims, model, errors }: Checked,
  seed: string,
  engine: Engine,
  rerun: string,
  started: number,
): RunRecord {
  const failed = claims.filter((claim) => complaints(claim).length > 0).length;
  return {
    schema: SCHEMA,
    ok: failed === 0 && errors.length === 0,
    partial: false,
    of: claims.length,
    seed,
    backend: { name: engine.name, version: engine.version },
    sampler: 'weights',
    budget: BUDGET,
    spent: claims.reduce((sum, claim) => sum + claim.spent, 0),
    networks: model.networks,
    tests: { passed: claims.length - failed, failed },
    errors,
    versions: { gainsay: version, node: process.versions.node },
    times: { started: new Date(started).toISOString(), seconds: (Date.now() - started) / 1000 },
    rerun,
    model,
    claims: claims.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** What a check came to, in three lines. */
export function checkSummary({ claims, spent, seed, backend, networks, times }: RunRecord, page: string): string {
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  return [
    '',
    `${claims.length} claims: ${count('supported')} supported, ${count('refuted')} refuted, ${count('undecided')} undecided`,
    `error rate spent ${spent.toPrecision(3)}; seed ${seed}; ${backend.name} (${backend.version}); ${networks} networks in ${times.seconds.toFixed(1)} s`,
    `report: ${page}`,
  ].join('\n');
}
