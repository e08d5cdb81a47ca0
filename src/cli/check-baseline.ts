import { baselineOf, type Checked, FALSE_ALARM, limitsOf, MISSED } from '../check/index.ts';
import type { Engine } from '../network/index.ts';
import { version } from '../version.ts';
import { writeBaseline } from './baseline-file.ts';

/** Writes what a model showed; returns what a gate by it will catch, in words. */
export function recordBaseline(file: string, { traces, model }: Checked, seed: string, engine: Engine, command: string): string {
  const made = {
    gainsay: version,
    command,
    date: new Date().toISOString().slice(0, 10),
    seed,
    backend: `${engine.name} (${engine.version})`,
  };
  const baseline = baselineOf(traces, model.name, model.input, made);
  writeBaseline(file, baseline);
  const limits = limitsOf(baseline)
    .map((limit, i) => ({ limit, name: baseline.changes[i].name }))
    .toSorted((a, b) => a.limit - b.limit);
  const [finest, coarsest] = [limits[0], limits[limits.length - 1]].map(({ limit, name }) => `${percent(limit)} (${name})`);
  return [
    `baseline: ${file}, of ${traces.length} networks and ${limits.length} numbers`,
    `a change of ${finest} to ${coarsest} or more passes at most once in ${Math.round(1 / MISSED)}; a model that has not moved fails at most once in ${Math.round(1 / FALSE_ALARM)}`,
  ].join('\n');
}

/** A difference of logarithms as a relative change. */
const percent = (limit: number): string => `${Number((100 * Math.expm1(limit)).toPrecision(2))}%`;
