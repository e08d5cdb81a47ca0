import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Baseline, BASELINE_SCHEMA } from '../check/index.ts';
import { ParameterError } from '../parameter.ts';
import { recordFault } from './record-fault.ts';
import { writeFiles } from './write-files.ts';

/**
 * The baseline in a file; undefined where there is none yet, or it is to be written anew.
 *
 * As with vitest's snapshots, nothing is written where CI runs: a gate whose baseline was forgotten would pass for ever.
 *
 * @throws ParameterError for what is no baseline, and on CI for none.
 */
export function readBaseline(file: string, update: boolean, onCi: boolean): Baseline | undefined {
  if (update) return undefined;
  if (!existsSync(file)) {
    if (onCi)
      throw new ParameterError('--baseline', 'a file that is there: on CI none is written (run it once without CI)', file);
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ParameterError('--baseline', `JSON that can be read (${(error as Error).message.split('\n')[0]})`, file);
  }
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (typeof schema === 'string' && schema.startsWith('gainsay/baseline/') && schema !== BASELINE_SCHEMA) {
    throw new ParameterError(
      `--baseline ${file}`,
      `${BASELINE_SCHEMA} (made by another gainsay: renew it with --update)`,
      schema.slice(0, 40),
    );
  }
  const fault = recordFault(value, 'baseline');
  if (fault) throw new ParameterError(`${fault.path} of --baseline ${file}`, fault.rule, fault.value);
  return value as Baseline;
}

export function writeBaseline(file: string, baseline: Baseline): void {
  writeFiles(dirname(file), { [basename(file)]: `${JSON.stringify(baseline, null, 1)}\n` });
}
