import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** What keeps a value from being what a published schema says: the place in it, as a JSON pointer, the rule there, and what is there instead. */
export interface RecordFault {
  path: string;
  rule: string;
  value: unknown;
}

/** As much of JSON Schema as is made from the record's types. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  definitions?: Record<string, Schema>;
}

/** What a schema is published of. */
type Published = 'report' | 'baseline' | 'audit' | 'expectations';

/** The schemas that are published, by what they are of; each is compiled when it is first asked for. */
const published = new Map<Published, { schema: Schema; validate: ValidateFunction }>();

/** Why a value is not what one of the published schemas says; undefined where it is. */
export function recordFault(value: unknown, of: Published = 'report'): RecordFault | undefined {
  const { schema, validate } = published.get(of) ?? readSchema(of);
  return validate(value) ? undefined : faultOf(deepest(validate.errors ?? []), schema);
}

function readSchema(of: Published) {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${of}.schema.json`, import.meta.url), 'utf8')) as Schema;
  const read = { schema, validate: new Ajv({ verbose: true, allowUnionTypes: true }).compile(schema) };
  published.set(of, read);
  return read;
}

/** Where one of several shapes was wanted, the complaint of the shape that went furthest; the last of them is about all. */
function deepest(errors: readonly ErrorObject[]): ErrorObject {
  const inside = new Set(['required', 'additionalProperties']);
  const depth = ({ instancePath, keyword }: ErrorObject) => instancePath.split('/').length + (inside.has(keyword) ? 1 : 0);
  return errors.reduce((best, error) => (depth(error) >= depth(best) ? error : best));
}

function faultOf({ instancePath, keyword, params, data, parentSchema }: ErrorObject, whole: Schema): RecordFault {
  const given = params as { missingProperty?: string; additionalProperty?: string };
  if (given.missingProperty !== undefined) {
    return { path: `${printable(instancePath)}/${given.missingProperty}`, rule: 'there', value: undefined };
  }
  if (given.additionalProperty !== undefined) {
    const there = Object.getOwnPropertyDescriptor(data, given.additionalProperty)?.value as unknown;
    const property = given.additionalProperty.replaceAll('~', '~0').replaceAll('/', '~1');
    return { path: printable(`${instancePath}/${property}`), rule: 'left out', value: summed(there) };
  }
  const rule = inWords(parentSchema as Schema, whole);
  return { path: printable(instancePath) || 'the whole', rule: rule || keyword, value: summed(data) };
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a finite number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/** What a schema asks for, in words. */
function inWords(schema: Schema, whole: Schema): string {
  const { $ref, anyOf, type = [] } = schema;
  if ($ref) return inWords(whole.definitions?.[$ref.replace('#/definitions/', '')] ?? {}, whole);
  if (anyOf) return anyOf.map((one) => inWords(one, whole)).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  return [type]
    .flat()
    .map((name) => WORDS[name])
    .join(' or ');
}

/** Long enough to be found, and short enough for a line. */
const LONGEST = 80;

/** A path may have any characters in it: none of them is to reach a terminal as it is. */
function printable(path: string): string {
  return clipped(JSON.stringify(path).slice(1, -1));
}

/** A value as a line can hold it. */
function summed(value: unknown): unknown {
  if (typeof value === 'string') return clipped(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : value;
}

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
