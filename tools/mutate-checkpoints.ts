// Bends files of a fixed corpus at random, and opens and reads each: it must be read, or refused in one line, in time and in memory.
// Usage: npm run mutate-checkpoints -- [--count 50000] [--seed 1]
import { parseArgs } from 'node:util';
import { corpus, mutated, streamOf, tried } from './mutated-checkpoints.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
});

/** Milliseconds that a file may take, and bytes that the process may. */
const [SLOWEST, LARGEST] = [5000, 1e9];

const files = corpus();
const counts = { read: 0, refused: 0, wrong: 0 };
const count = Number(values.count);
let slowest = 0;
for (let i = 0; i < count; i++) {
  const { kind, words, milliseconds } = await tried(mutated(files[i % files.length], streamOf(values.seed, i)));
  counts[kind]++;
  slowest = Math.max(slowest, milliseconds);
  if (kind === 'wrong' || milliseconds > SLOWEST) {
    console.log(`--seed ${values.seed}, mutation ${i}: ${kind} in ${milliseconds.toFixed(0)} ms: ${words}`);
    process.exitCode = 1;
  }
  if ((i + 1) % 5000 === 0) console.error(`${i + 1} of ${count}`);
}
const memory = process.resourceUsage().maxRSS * 1024;
if (memory > LARGEST) process.exitCode = 1;
console.log(
  `${count} files: ${counts.read} read, ${counts.refused} refused, ${counts.wrong} wrong; the slowest in ${slowest.toFixed(0)} ms; ${(memory / 1e6).toFixed(0)} MB`,
);
