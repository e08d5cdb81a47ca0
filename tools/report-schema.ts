import { format, resolveConfig } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';
import { SCHEMA } from '../src/claim/index.ts';

/** Where it lies, from the repository's folder. */
export const SCHEMA_FILE = 'schema/report.schema.json';

/** The JSON Schema of a run's record as the types in src/claim/record.ts state it, in the repository's format. */
export async function reportSchema(): Promise<string> {
  const { $schema, ...schema } = createGenerator({
    path: 'src/claim/record.ts',
    tsconfig: 'tsconfig.json',
    type: 'RunRecord',
    // `npm run check:types` is what checks them.
    skipTypeCheck: true,
    topRef: false,
  }).createSchema('RunRecord');
  const whole = {
    $schema,
    $id: `urn:${SCHEMA.replaceAll('/', ':')}`,
    title: `The record of a run of gainsay (${SCHEMA}). A number that is not finite is a text; the open end of a band is null.`,
    ...schema,
  };
  return format(JSON.stringify(whole), { ...(await resolveConfig(SCHEMA_FILE)), parser: 'json' });
}
