import type { TestCase } from 'vitest/node';
import { type ClaimRecord, complaints, type RunRecord, SCHEMA } from '../claim/index.ts';
import { BUDGET } from '../stats/index.ts';
import { circumstances } from './circumstances.ts';
import type { ClaimMeta } from './meta.ts';
import { settingsIn } from './settings.ts';

/** What vitest knows at a run's end. */
export interface RunEnd {
  tests: readonly TestCase[];
  /** Errors outside of any test: a module that could not be read, a promise that nobody awaited. */
  moduleErrors: readonly string[];
  errors: readonly string[];
  interrupted: boolean;
  /** Whether files were left out by name. */
  byFile: boolean;
  started: number;
  seconds: number;
}

/** The record of a run; undefined if it ran no claim. */
export function runRecord({ tests, moduleErrors, errors, interrupted, byFile, started, seconds }: RunEnd): RunRecord | undefined {
  const claimTests = tests.filter((test) => test.meta().gainsay);
  const metas = claimTests.map((test) => test.meta().gainsay as ClaimMeta);
  const judged = metas.filter((meta): meta is ClaimMeta & { record: ClaimRecord } => meta.record !== undefined);
  const skipped = claimTests.filter((test) => test.result().state === 'skipped').length;
  // A claim that threw has no verdict, and is no less a part of the run for it.
  if (claimTests.length === skipped) return undefined;
  const claims = judged.map((meta) => meta.record).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { errors: differences, ...shared } = circumstances(judged, settingsIn(process.env));
  const spent = claims.reduce((sum, claim) => sum + claim.spent, 0);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  const all = [
    ...moduleErrors,
    ...errors,
    ...failures(tests),
    ...repeated(claims),
    ...overspent(spent),
    ...differences,
    ...(interrupted ? ['the run was interrupted'] : []),
  ];
  return {
    schema: SCHEMA,
    ok: all.length === 0 && count('failed') === 0 && claims.every((claim) => complaints(claim).length === 0),
    partial: byFile || skipped > 0,
    of: byFile ? null : metas.length,
    seed: shared.seed,
    backend: shared.backend,
    sampler: shared.sampler,
    budget: BUDGET,
    spent,
    networks: networksOf(tests),
    tests: { passed: count('passed'), failed: count('failed') },
    errors: all,
    versions: shared.versions,
    times: { started: new Date(started).toISOString(), seconds },
    claims,
  };
}

/** Each file counts the networks that it has drawn so far: its last claim knows them all. */
function networksOf(tests: readonly TestCase[]): number {
  const drawn = new Map<string, number>();
  for (const test of tests) {
    const { id } = test.module;
    drawn.set(id, Math.max(drawn.get(id) ?? 0, test.meta().gainsay?.networks ?? 0));
  }
  return [...drawn.values()].reduce((sum, networks) => sum + networks, 0);
}

/** Tests that failed without a verdict: those of claims that were judged speak for themselves. */
function failures(tests: readonly TestCase[]): string[] {
  return tests.flatMap((test) => {
    const { state, errors } = test.result();
    if (state !== 'failed' || test.meta().gainsay?.record) return [];
    return [`${test.fullName}: ${errors.map((error) => error.message).join('; ')}`];
  });
}

function repeated(claims: readonly ClaimRecord[]): string[] {
  return claims.flatMap(({ id }, i) => (i > 0 && claims[i - 1].id === id ? [`two claims have the id ${id}`] : []));
}

function overspent(spent: number): string[] {
  return spent > BUDGET ? [`the claims spend an error rate of ${spent.toPrecision(2)}, above the budget of ${BUDGET}`] : [];
}
