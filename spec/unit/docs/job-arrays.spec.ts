import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Asked, asked, cellsAsked, gridAsked } from './asked.ts';
import { blocksOf, textOf } from './document.ts';
import { calledWithNpx } from './shell.ts';

const text = textOf('docs/job-arrays.md');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly jobs: {
    readonly shard: {
      readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
      readonly steps: readonly Step[];
    };
    readonly merge: { readonly needs: string; readonly steps: readonly Step[] };
  };
}

interface Job {
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly parallelism: number;
    readonly template: { readonly spec: Pod };
  };
}

interface Pod {
  readonly containers: readonly [
    { readonly command: readonly string[]; readonly args: readonly [string]; readonly volumeMounts: readonly { name: string }[] },
  ];
  readonly volumes: readonly { readonly name: string }[];
}

const [workflow, job] = blocksOf(text, 'yaml').map((block): unknown => parse(block)) as [Workflow, Job];
const [merge, slurm] = blocksOf(text, 'sh');

const runs = (steps: readonly Step[]) => steps.flatMap(({ run }) => run ?? []);
const using = (steps: readonly Step[], action: string) => steps.find(({ uses }) => uses?.startsWith(action))?.with;

function githubSweeps(): string[][] {
  const { strategy, steps } = workflow.jobs.shard;
  return strategy.matrix.shard.flatMap((shard) =>
    runs(steps).flatMap((run) => calledWithNpx(run.replaceAll('${{ matrix.shard }}', `${shard}`))),
  );
}

function slurmSweeps(): string[][] {
  const directive = (name: string) => new RegExp(`^#SBATCH --${name}=(.*)$`, 'm').exec(slurm)?.[1] ?? '';
  const [first, last] = directive('array').split('-').map(Number);
  const tasks = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return tasks.flatMap((task) =>
    calledWithNpx(slurm, {
      env: {
        SLURM_ARRAY_TASK_ID: `${task}`,
        SLURM_ARRAY_TASK_COUNT: `${tasks.length}`,
        SLURM_CPUS_PER_TASK: directive('cpus-per-task'),
      },
    }),
  );
}

function kubernetesSweeps(): string[][] {
  const { completions, template } = job.spec;
  const [{ command, args }] = template.spec.containers;
  const [, ...flags] = command;
  return Array.from({ length: completions }, (_, index) => index).flatMap((index) =>
    calledWithNpx(args[0], { flags, env: { JOB_COMPLETION_INDEX: `${index}` } }),
  );
}

const grid = gridAsked(asked(githubSweeps()[0]));

const sweeps: [string, () => string[][]][] = [
  ['GitHub Actions', githubSweeps],
  ['Slurm', slurmSweeps],
  ['Kubernetes', kubernetesSweeps],
];

describe.each(sweeps)('the job array of %s', (_, lines) => {
  const all: Asked[] = lines().map(asked);

  test('measures every share of 1,200 cells once, of the same grid in one folder', () => {
    expect(text).toContain('the same 1,200 cells');
    expect(all.map(cellsAsked)).toEqual(all.map(() => 1200));
    expect(all.map(gridAsked)).toEqual(all.map(() => grid));
    expect(all.map(({ flags }) => flags['shard'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((part) => `${part}/8`));
    expect(all.map(({ flags }) => flags['out'])).toEqual(all.map(() => 'shards'));
  });
});

const files = [1, 2, 3, 4, 5, 6, 7, 8].map((part) => `shards/sweep-${part}-of-8.jsonl`);

test.each([
  ['by hand', merge],
  ['of GitHub Actions', runs(workflow.jobs.merge.steps).join('\n')],
])('The merge %s takes all files that the shards have written', (_, script) => {
  const lines = calledWithNpx(script, { files });
  expect(lines.map(asked)).toEqual([{ command: 'merge', args: files, flags: { out: 'reports/sweep.jsonl' } }]);
});

test('On GitHub, the merge waits for the shards, and finds what they have uploaded where it looks', () => {
  const { shard, merge: merging } = workflow.jobs;
  expect(merging.needs).toBe('shard');
  const uploaded = using(shard.steps, 'actions/upload-artifact');
  expect(uploaded).toEqual({ name: 'shard-${{ matrix.shard }}', path: 'shards' });
  expect(using(merging.steps, 'actions/download-artifact')).toEqual({
    pattern: 'shard-*',
    path: 'shards',
    'merge-multiple': true,
  });
});

test('The Kubernetes Job is an indexed one, runs its text by bash, and mounts a volume that it has', () => {
  const { completionMode, completions, parallelism, template } = job.spec;
  expect({ completionMode, parallelism }).toEqual({ completionMode: 'Indexed', parallelism: completions });
  const [{ command, volumeMounts }] = template.spec.containers;
  expect(command[0]).toBe('bash');
  expect(volumeMounts.map(({ name }) => name)).toEqual(template.spec.volumes.map(({ name }) => name));
});
