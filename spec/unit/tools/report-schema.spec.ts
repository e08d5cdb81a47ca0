import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { reportSchema, SCHEMA_FILE } from '../../../tools/report-schema.ts';
import { SCHEMA } from '../../../src/claim/index.ts';

const published = readFileSync(fileURLToPath(new URL(`../../../${SCHEMA_FILE}`, import.meta.url)), 'utf8');

/** All objects of a schema, with where they are. */
function objects(schema: unknown, path = ''): [string, Record<string, unknown>][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.entries(schema).flatMap(([key, value]) => objects(value, `${path}/${key}`));
  return 'type' in schema && schema.type === 'object' ? [[path, schema], ...inner] : inner;
}

describe('The published schema of a record', () => {
  test('is the one that the types make; if it is not: npm run build:schema', { timeout: 120_000 }, async () => {
    expect(await reportSchema()).toBe(published);
  });

  test('names the record’s version, and allows nothing that it does not name', () => {
    const schema = JSON.parse(published) as { $id: string; properties: { schema: { const: string } } };
    expect(schema.$id).toBe(`urn:${SCHEMA.replaceAll('/', ':')}`);
    expect(schema.properties.schema.const).toBe(SCHEMA);
    const all = objects(schema);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, one]) => one['additionalProperties'] !== false).map(([path]) => path)).toEqual([]);
  });

  test('is a schema of draft 7, by the draft’s own', () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    expect(ajv.validateSchema(JSON.parse(published) as object)).toBe(true);
  });
});
