import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ModelBuilder, modelFromBuilder, modelFromJson, type ModelSource } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';

/** A model.json describes layers, and holds no weights: one that is larger is none. */
const LARGEST = 64 * 2 ** 20;

const SCRIPTS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/**
 * The model in a file: a saved `model.json`, or a script that exports its builder, in TypeScript or JavaScript.
 *
 * @param exported the builder's name among the script's exports.
 * @throws ParameterError for a file that cannot be read or run, or exports no builder; ModelError for a model.json that is none.
 */
export async function modelFrom(file: string, exported = 'default'): Promise<ModelSource> {
  const kind = extname(file).toLowerCase();
  if (kind !== '.json' && !SCRIPTS.includes(kind)) {
    throw new ParameterError('model', `a model.json, or a builder in ${SCRIPTS.join(', ')}`, file);
  }
  const size = sizeOf(file);
  if (kind !== '.json') return modelFromBuilder(builderIn(await run(file), exported, file), `builder of ${file}`);
  if (size > LARGEST) throw new ParameterError('model', `a model.json of at most ${LARGEST} bytes`, size);
  return modelFromJson(parsed(file), file);
}

function sizeOf(file: string): number {
  try {
    const { size } = statSync(file);
    return size;
  } catch (error) {
    throw new ParameterError('model', `a file that can be read (${codeOf(error)})`, file);
  }
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ParameterError('model', `a file that can be read (${codeOf(error)})`, file);
  }
  try {
    // A byte order mark is what some editors write before it.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ParameterError(file, `JSON (${firstLine(error)})`, text.length > 40 ? `${text.slice(0, 40)}…` : text);
  }
}

/** The script's exports. TypeScript is run as it stands. */
async function run(file: string): Promise<Record<string, unknown>> {
  const { tsImport } = await import('tsx/esm/api');
  try {
    return (await tsImport(pathToFileURL(resolve(file)).href, import.meta.url)) as Record<string, unknown>;
  } catch (error) {
    throw new ParameterError('model', `a script that runs (${firstLine(error)})`, file);
  }
}

function builderIn(exports: Record<string, unknown>, exported: string, file: string): ModelBuilder {
  const builder = unwrapped(exports[exported]);
  if (typeof builder === 'function') return builder as ModelBuilder;
  const names = Object.keys(exports).filter((name) => typeof unwrapped(exports[name]) === 'function');
  if (builder !== undefined) {
    throw new ParameterError(
      `export ${exported} of ${file}`,
      'a function (tf) => model, which makes fresh weights',
      typeof builder,
    );
  }
  const choice = names.length > 0 ? `; --export takes ${names.join(', ')}` : '';
  throw new ParameterError(`export ${exported} of ${file}`, `a function (tf) => model${choice}`, undefined);
}

/** What a CommonJS module's default export is, seen from an ES module. */
function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'default' in value ? value.default : value;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unreadable');

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ').trim();
