// What an audit says of checkpoints that PyTorch and NumPy have written anew, beside what is true of them.
// Usage: npm run confusion -- --seeds 20 [--first 1000] [--python python3]; Python needs torch, safetensors and numpy.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mean } from 'simple-statistics';
import { auditedTruth, type Said, truthIn } from './audited-truth.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1000' },
    python: { type: 'string', default: 'python3' },
  },
});

const all: Said[] = [];
for (let i = 0; i < Number(values.seeds); i++) {
  const seed = String(Number(values.first) + i);
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-'));
  try {
    const made = spawnSync(values.python, ['-B', 'fixtures/checkpoints/make.py', '--seed', seed, '--out', folder], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`make.py --seed ${seed}: ${made.stderr}`);
    const said = [];
    for (const truth of truthIn(folder)) said.push(...(await auditedTruth(folder, truth)));
    all.push(...said);
    const wrong = said.filter(({ named, found }) => !named || !found);
    console.error(`seed ${seed}: ${said.length} tensors, ${wrong.length} wrong`);
    for (const one of wrong) console.error(`  ${JSON.stringify(one)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const groups = (key: (said: Said) => string | null): [string, Said[]][] => {
  const map = new Map<string, Said[]>();
  for (const said of all) {
    const name = key(said) ?? 'none';
    map.set(name, [...(map.get(name) ?? []), said]);
  }
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
};

console.log('| drawn from | tensors | named | another only | no name | other names beside, on average |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const [name, said] of groups(({ scheme }) => scheme)) {
  const named = said.filter((one) => one.named).length;
  const nameless = said.filter((one) => !one.named && one.names.length === 0).length;
  const beside = mean(said.map(({ names, scheme }) => names.filter((one) => one !== scheme).length));
  console.log(`| ${name} | ${said.length} | ${named} | ${said.length - named - nameless} | ${nameless} | ${beside.toFixed(2)} |`);
}
console.log('\n| defect | tensors | named | missed |\n| --- | ---: | ---: | ---: |');
for (const [name, said] of groups(({ defect }) => defect)) {
  if (name === 'none') continue;
  const found = said.filter((one) => one.found).length;
  console.log(`| ${name} | ${said.length} | ${found} | ${said.length - found} |`);
}
const correct = all.filter(({ defect }) => defect === null);
console.log(
  `\nof ${correct.length} tensors without a defect, ${correct.filter(({ found }) => !found).length} were said to have one`,
);
process.exitCode = all.every(({ named, found }) => named && found) ? 0 : 1;
