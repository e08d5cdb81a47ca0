import { format, resolveConfig } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';
import { AUDIT_SCHEMA, EXPECTATIONS_SCHEMA } from '../src/audit/index.ts';
import { BASELINE_SCHEMA } from '../src/check/index.ts';
import { SCHEMA } from '../src/claim/index.ts';

/** A file that gainsay writes and reads: its JSON Schema, and the type that states it. */
export interface SchemaSource {
  /** Where the schema lies, from the repository's folder. */
  readonly file: string;
  readonly path: string;
  readonly type: string;
  readonly name: string;
  readonly title: string;
}

const NUMBERS = 'A number that is not finite is a text';

export const SCHEMAS: readonly SchemaSource[] = [
  {
    file: 'schema/report.schema.json',
    path: 'src/claim/record.ts',
    type: 'RunRecord',
    name: SCHEMA,
    title: `The record of a run of gainsay (${SCHEMA}). ${NUMBERS}; the open end of a band is null.`,
  },
  {
    file: 'schema/baseline.schema.json',
    path: 'src/check/baseline.ts',
    type: 'Baseline',
    name: BASELINE_SCHEMA,
    title: `What a model showed once, for gainsay check --baseline (${BASELINE_SCHEMA}). ${NUMBERS}.`,
  },
  {
    file: 'schema/audit.schema.json',
    path: 'src/audit/record.ts',
    type: 'AuditRecord',
    name: AUDIT_SCHEMA,
    title: `The record of an audit of weights (${AUDIT_SCHEMA}). ${NUMBERS}; the open end of a band is null.`,
  },
  {
    file: 'schema/expectations.schema.json',
    path: 'src/audit/expectations.ts',
    type: 'Expectations',
    name: EXPECTATIONS_SCHEMA,
    title: `What a checkpoint's tensors should be, for gainsay audit --expect (${EXPECTATIONS_SCHEMA}).`,
  },
];

/** The JSON Schema of a file as its type states it, in the repository's format. */
export async function schemaOf({ file, path, type, name, title }: SchemaSource): Promise<string> {
  const { $schema, ...schema } = createGenerator({
    path,
    tsconfig: 'tsconfig.json',
    type,
    // `npm run check:types` is what checks them.
    skipTypeCheck: true,
    topRef: false,
  }).createSchema(type);
  const whole = { $schema, $id: `urn:${name.replaceAll('/', ':')}`, title, ...schema };
  return format(JSON.stringify(whole), { ...(await resolveConfig(file)), parser: 'json' });
}
