import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { schemaOf, SCHEMAS } from '../../../tools/schemas.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** All objects of a schema, with where they are. */
function objects(schema: unknown, path = ''): [string, Record<string, unknown>][] {
  if (!isObject(schema)) return [];
  const inner = Object.entries(schema).flatMap(([key, value]) => objects(value, `${path}/${key}`));
  return 'type' in schema && schema.type === 'object' ? [[path, schema], ...inner] : inner;
}

describe.each(SCHEMAS)('The published $file', (source) => {
  const published = readFileSync(fileURLToPath(new URL(`../../../${source.file}`, import.meta.url)), 'utf8');

  test('is the one that the types make; if it is not: npm run build:schema', { timeout: 120_000 }, async () => {
    expect(await schemaOf(source)).toBe(published);
  });

  test('names its version, and allows nothing that it does not name or describe', () => {
    const schema = JSON.parse(published) as { $id: string; properties: { schema: { const: string } } };
    expect(schema.$id).toBe(`urn:${source.name.replaceAll('/', ':')}`);
    expect(schema.properties.schema.const).toBe(source.name);
    const all = objects(schema);
    expect(all.length).toBeGreaterThan(2);
    // What is listed by names of a reader's own says what each must be.
    const open = all.filter(([, { additionalProperties: rest }]) => rest !== false && !(isObject(rest) && '$ref' in rest));
    expect(open.map(([path]) => path)).toEqual([]);
  });

  test('is a schema of draft 7, by the draft’s own', () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    expect(ajv.validateSchema(JSON.parse(published) as object)).toBe(true);
  });
});
