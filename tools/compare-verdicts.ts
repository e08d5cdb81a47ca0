// Compares two runs' records: the same claims, with the same verdicts, each control too. Digits may differ where a network is chaotic.
// Usage: node --import tsx tools/compare-verdicts.ts ONE/report.json OTHER/report.json
import { readFileSync } from 'node:fs';
import type { RunRecord } from '../src/claim/index.ts';

function verdictsIn(path: string): Map<string, string> {
  const run = JSON.parse(readFileSync(path, 'utf8')) as RunRecord;
  console.log(`${path}: ${run.claims.length} claims on ${run.backend.name} (${run.backend.version}), seed ${run.seed}`);
  return new Map(
    run.claims.flatMap((claim) => [
      [claim.id, claim.verdict] as const,
      ...claim.controls.map((control) => [`${claim.id}, control "${control.defect.en}"`, control.verdict] as const),
    ]),
  );
}

const [one, other] = process.argv.slice(2).map(verdictsIn);
if (!one?.size || !other?.size) throw new Error('compare-verdicts takes two records with claims');
const differing = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
for (const key of differing) console.log(`  ${key}: ${one.get(key) ?? 'absent'} against ${other.get(key) ?? 'absent'}`);
console.log(differing.length === 0 ? `the same ${one.size} verdicts` : `${differing.length} of ${one.size} verdicts differ`);
process.exitCode = differing.length === 0 ? 0 : 1;
