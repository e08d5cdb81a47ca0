import { type ClaimRecord, complaints, type ControlRecord, explain, type RunRecord } from '../claim/index.ts';
import { fails } from './failing.ts';
import { interval, number } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';

/**
 * A run's record as JUnit XML: a test case for each claim, whose class is its room, and one for each error of the run. No times: the
 * same record gives the same bytes, and a run's duration says nothing of a claim's.
 */
export function junit(run: RunRecord): string {
  const { claims, errors } = run;
  const counts = markup`tests="${String(claims.length + errors.length)}" failures="${String(claims.filter(fails).length)}" errors="${String(errors.length)}"`;
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="gainsay" ${counts}>
<testsuite name="gainsay" ${counts}>
<properties>
${properties(run)}
</properties>
${[...claims.map(testcase), ...errors.map(errorCase)]}
</testsuite>
</testsuites>
`.html;
}

function properties({ schema, seed, backend, sampler, budget, spent, networks, partial, versions }: RunRecord): Markup[] {
  const all: Readonly<Record<string, string>> = {
    schema,
    seed,
    backend: `${backend.name} (${backend.version})`,
    sampler,
    budget: String(budget),
    spent: String(spent),
    networks: String(networks),
    partial: String(partial),
    gainsay: versions.gainsay,
    node: versions.node,
  };
  return Object.entries(all).map(([name, value]) => markup`<property name="${name}" value="${value}"/>`);
}

function testcase(claim: ClaimRecord): Markup {
  const { id, sentence, place } = claim;
  const file = place ? markup` file="${place.file}"` : EMPTY;
  const line = place?.line ? markup` line="${String(place.line)}"` : EMPTY;
  return markup`<testcase classname="${id.split('/')[0]}" name="${id}: ${sentence}"${file}${line}>
${fails(claim) ? failure(claim) : EMPTY}<system-out>${seen(claim)}</system-out>
</testcase>`;
}

function failure(claim: ClaimRecord): Markup {
  const type = claim.verdict === 'supported' ? 'control' : claim.verdict;
  return markup`<failure type="${type}" message="${complaints(claim).join('; ')}">${explain(claim)}</failure>
`;
}

function seen({ verdict, value, estimate, networks, controls, rerun, ...claim }: ClaimRecord): string {
  const told = (one: Pick<ControlRecord, 'verdict' | 'value' | 'estimate' | 'interval' | 'networks'>) =>
    `${one.verdict}: ${one.value.en} is ${number(one.estimate)} in ${interval(one.interval)}, ${one.networks} networks`;
  return [
    told({ verdict, value, estimate, interval: claim.interval, networks }),
    ...controls.map((control) => `control "${control.defect.en}" ${told(control)}`),
    `rerun: ${rerun}`,
  ].join('\n');
}

function errorCase(error: string, i: number): Markup {
  return markup`<testcase classname="run" name="error ${String(i + 1)}">
<error message="${error.split('\n')[0]}">${error}</error>
</testcase>`;
}
