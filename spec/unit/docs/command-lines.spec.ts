import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../../src/cli/program.ts';
import { asked, cellsAsked } from './asked.ts';
import { blocksOf, inlineCommandsOf, textOf } from './document.ts';
import { calledWithNpx } from './shell.ts';

const DOCUMENTS = [
  'README.md',
  'docs/audit.md',
  'docs/check.md',
  'docs/github-actions.md',
  'docs/job-arrays.md',
  'docs/learn.md',
  'docs/package.md',
  'docs/report.md',
  'docs/your-own-claim.md',
];

/** The texts of all `run` keys, wherever they are. */
function runsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => (key === 'run' && typeof own === 'string' ? [own] : runsOf(own)));
}

/** Every command line of gainsay that a reader may copy from a document. */
function linesOf(path: string): string[][] {
  const text = textOf(path);
  const scripts = [
    ...blocksOf(text, 'sh'),
    ...blocksOf(text, 'yaml').flatMap((block) => runsOf(parse(block))),
    ...inlineCommandsOf(text),
  ];
  const env = { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: '8', SLURM_CPUS_PER_TASK: '4' };
  // What GitHub puts into a script before a shell sees it.
  const lines = scripts.flatMap((script) => calledWithNpx(script.replaceAll(/\$\{\{.*?\}\}/g, '1'), { env }));
  // What is said to vitest, vitest has to take: spec/consumer runs it.
  return lines.filter(([program]) => program !== 'vitest');
}

describe.each(DOCUMENTS)('What a reader may copy from %s is taken by gainsay', (path) => {
  test.each(linesOf(path).map((line) => ({ line, shown: line.join(' ') })))('$shown', ({ line }) => {
    const read = asked(line);
    // A sweep of a file has axes that are not seen here.
    if (read.command === 'sweep' && read.args.length === 0) expect(cellsAsked(read)).toBeGreaterThan(0);
  });
});

test('The documents show every command', () => {
  const shown = new Set(DOCUMENTS.flatMap(linesOf).map((line) => asked(line).command));
  const all = commands(() => {}).commands.map((command) => command.name());
  expect([...shown].sort()).toEqual(['help', ...all].sort());
});

test.each([
  ['gainsay sweep --sigma-w 1 --shards 1/2', /unknown option '--shards'/],
  ['gainsay theorie tanh', /unknown command 'theorie'/],
  ['gainsay phase tanh --grid 3', /--grid must be/],
  ['gainsay verify --sampler gibbs', /argument 'gibbs' is invalid/],
  ['gainsay draw normal_', /missing required argument 'shape'/],
])('A line that gainsay does not take is noticed: %s', (line, said) => {
  expect(() => asked(line.split(' '))).toThrow(said);
});
