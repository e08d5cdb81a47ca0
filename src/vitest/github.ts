import { appendFileSync, existsSync, statSync } from 'node:fs';
import type { RunRecord } from '../claim/index.ts';
import { annotations, jobSummary } from '../report/index.ts';

/** GitHub drops a step's summary of more than 1 MiB. */
const LARGEST = 2 ** 20;

type Environment = Record<string, string | undefined>;

/** On GitHub Actions, tells it of a run: annotations by `print`, and the summary at the end of the step's own. */
export function tellGitHub(run: RunRecord, environment: Environment, print: (line: string) => void): void {
  tellGitHubOf(annotations(run), (limit) => jobSummary(run, limit), environment, print);
}

/** As `tellGitHub`, of what is no run. */
export function tellGitHubOf(
  lines: readonly string[],
  summary: (limit: number) => string,
  environment: Environment,
  print: (line: string) => void,
): void {
  if (environment['GITHUB_ACTIONS'] !== 'true') return;
  for (const line of lines) print(line);
  const step = environment['GITHUB_STEP_SUMMARY'];
  if (!step) return;
  const taken = existsSync(step) ? statSync(step).size : 0;
  appendFileSync(step, summary(LARGEST - taken));
}
