// Judges all claims on many fresh seeds: any seed must do, and pinned ones hide it where that is not so.
// Usage: npm run calibrate -- --seeds 20 --backend wasm [--first 1000] [--sampler law]
import { spawnSync } from 'node:child_process';
import { mean, sampleSkewness, sampleStandardDeviation } from 'simple-statistics';
import { parseArgs } from 'node:util';
import { complaints, fromJson, type RunRecord, statementsOf } from '../src/claim/index.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1000' },
    backend: { type: 'string', default: 'auto' },
    sampler: { type: 'string', default: 'weights' },
  },
});

const runs: RunRecord[] = [];
for (let i = 0; i < Number(values.seeds); i++) {
  const seed = String(Number(values.first) + i);
  const args = [
    'bin/gainsay.js',
    'verify',
    '--json',
    '--quiet',
    '--seed',
    seed,
    '--backend',
    values.backend,
    '--sampler',
    values.sampler,
    '--out',
    'reports/calibrate',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout) throw new Error(`seed ${seed} gave no record: ${stderr}`);
  const run = JSON.parse(stdout) as RunRecord;
  runs.push(run);
  const failing = run.claims.flatMap((claim) => complaints(claim).map((complaint) => `${claim.id}: ${complaint}`));
  console.log(
    `seed ${seed}: ${run.ok ? 'ok' : 'NOT OK'}, ${run.networks} networks, ${run.times.seconds.toFixed(1)} s ${[...failing, ...run.errors].join('; ')}`,
  );
}

console.log(
  `\n${runs.filter((run) => run.ok).length} of ${runs.length} seeds ok on ${runs[0].backend.name} (${runs[0].backend.version})\n`,
);
console.log('networks, over the seeds      quantity: mean ± sd between networks, skewness (of all values of all seeds)');
for (const [c, { id }] of runs[0].claims.entries()) {
  for (const [s, { kind, value }] of statementsOf(runs[0].claims[c]).entries()) {
    const each = runs.map((run) => statementsOf(run.claims[c])[s]);
    const counts = each.map((one) => one.networks).toSorted((a, b) => a - b);
    const pooled = each.flatMap((one) => one.sample.map(fromJson));
    const spread =
      kind === 'mean' && pooled.length > 2
        ? `${mean(pooled).toPrecision(5)} ± ${sampleStandardDeviation(pooled).toPrecision(3)}, ${sampleSkewness(pooled).toFixed(2)}`
        : '';
    console.log(`${String(counts[0]).padStart(4)} … ${String(counts.at(-1)).padEnd(4)} ${id}: ${value.en}: ${spread}`);
  }
}
process.exitCode = runs.every((run) => run.ok) ? 0 : 1;
