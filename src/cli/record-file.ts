import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type RunRecord, SCHEMA } from '../claim/index.ts';
import { ParameterError } from '../parameter.ts';
import { recordFault } from './record-fault.ts';

/**
 * A run's record, read back from a file, or from standard input where the file is `-`.
 *
 * @throws ParameterError for what cannot be read or is no record: it names the place in the JSON and the rule.
 */
export async function readRecord(file: string): Promise<RunRecord> {
  const name = file === '-' ? 'standard input' : file;
  const record = parsed(name, file === '-' ? await text(process.stdin) : contents(file));
  const schema = schemaOf(record);
  if (schema !== SCHEMA && /^gainsay\/run\/\d+$/.test(schema)) {
    const older = Number(schema.split('/')[2]) < Number(SCHEMA.split('/')[2]);
    const advice = older ? 'made by an older gainsay: run it again' : 'made by a newer gainsay: read it by that one';
    throw new ParameterError(`/schema of ${name}`, `${SCHEMA} (${advice})`, schema);
  }
  const fault = recordFault(record);
  if (fault) throw new ParameterError(`${fault.path} of ${name}`, fault.rule, fault.value);
  return record as RunRecord;
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ParameterError('report', `a file that can be read (${code})`, file);
  }
}

function parsed(name: string, json: string): unknown {
  try {
    // A byte order mark is what some shells write before what they redirect.
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    throw new ParameterError(name, 'JSON', json.length > 40 ? `${json.slice(0, 40)}…` : json);
  }
}

function schemaOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'schema' in record ? String(record.schema).slice(0, 40) : '';
}
