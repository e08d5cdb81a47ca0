import type { FilePart } from './byte-stream.ts';
import type { Checkpoint, CheckpointTensor, Files, OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import type { Dtype } from './entry.ts';
import { isObject } from './json-text.ts';
import { bytesFor, isShape } from './shape.ts';
import { closeAll, openShards } from './shards.ts';
import { shown } from './shown.ts';
import { tensorAt } from './tensor-at.ts';

/** TensorFlow.js's names of types. */
const TYPES: Readonly<Record<string, Dtype>> = { float32: 'F32', int32: 'I32', bool: 'BOOL', complex64: 'C64' };
const QUANTISED: Readonly<Record<string, Dtype>> = { float16: 'F16', uint8: 'U8', uint16: 'U16' };

interface Weight {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly objection: string | null;
}

/** Weights that lie one after the other in files that are thought of as one. */
interface Group {
  readonly paths: readonly string[];
  readonly weights: readonly Weight[];
}

/**
 * The weights of a TensorFlow.js `model.json`, by its `weightsManifest`.
 *
 * @throws CheckpointError for a manifest that is none, and where the shards have another size than the weights take.
 */
export async function openTfjs(files: Files, path: string, manifest: unknown): Promise<Checkpoint> {
  if (!Array.isArray(manifest)) throw new CheckpointError('its weightsManifest is no list');
  const groups = manifest.map(groupOf);
  const names = groups.flatMap(({ weights }) => weights.map(({ name }) => name));
  const twice = firstTwice(names) ?? firstTwice(groups.flatMap(({ paths }) => paths));
  if (twice !== undefined) throw new CheckpointError(`its weightsManifest names ${shown(twice)} twice`);
  const shards = await openShards(
    files,
    path,
    groups.flatMap(({ paths }) => paths),
  );
  try {
    const tensors = groups.flatMap((group) => tensorsOf(group, shards));
    return { kind: 'tfjs', layout: 'tf', tensors, close: () => closeAll(shards) };
  } catch (error) {
    await closeAll(shards);
    throw error;
  }
}

function firstTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

function groupOf(group: unknown): Group {
  if (!isObject(group)) throw new CheckpointError(`its weightsManifest has ${shown(group)} for a group`);
  const { paths, weights } = group;
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string'))
    throw new CheckpointError(`its weightsManifest has the paths ${shown(paths)}`);
  if (!Array.isArray(weights)) throw new CheckpointError(`its weightsManifest has the weights ${shown(weights)}`);
  // What a browser has saved names its files from where it lies: `./model.weights.bin`.
  return { paths: paths.map((path) => path.replace(/^\.\//, '')), weights: weights.map(weightOf) };
}

function weightOf(weight: unknown): Weight {
  const { name, shape, dtype, quantization }: Record<string, unknown> = isObject(weight) ? weight : {};
  if (typeof name !== 'string') throw new CheckpointError(`its weightsManifest has ${shown(weight)} for a weight`);
  const wrong = (what: string) => new CheckpointError(`weight ${shown(name)}: ${what}`);
  if (typeof dtype !== 'string' || !Object.hasOwn(TYPES, dtype))
    throw wrong(`is of dtype ${shown(dtype)}; known are ${Object.keys(TYPES).join(', ')}`);
  if (!isShape(shape)) throw wrong(`has the shape ${shown(shape)}`);
  if (quantization === undefined || quantization === null) return { name, shape, dtype: TYPES[dtype], objection: null };
  const { dtype: how }: Record<string, unknown> = isObject(quantization) ? quantization : {};
  if (typeof how !== 'string' || !Object.hasOwn(QUANTISED, how))
    throw wrong(`is quantised to ${shown(how)}; known are ${Object.keys(QUANTISED).join(', ')}`);
  const objection = how === 'float16' ? null : `quantised to ${how}: a grid of numbers is of no law`;
  return { name, shape, dtype: QUANTISED[how], objection };
}

function tensorsOf({ paths, weights }: Group, shards: ReadonlyMap<string, OpenFile>): CheckpointTensor[] {
  const all = paths.map((path) => shards.get(path)!);
  const there = all.reduce((sum, { size }) => sum + size, 0);
  const needed = weights.reduce((sum, { dtype, shape }) => sum + bytesFor(dtype, shape), 0);
  if (there !== needed)
    throw new CheckpointError(`its shards ${shown(paths)} have ${there} bytes, and the weights in them take ${needed}`);
  let at = 0;
  return weights.map(({ name, dtype, shape, objection }) => {
    const start = at;
    at += bytesFor(dtype, shape);
    return tensorAt(name, dtype, shape, partsOf(all, start, at), objection);
  });
}

/** Where the bytes from `start` to `end` lie in files that are thought of as one. */
function partsOf(files: readonly OpenFile[], start: number, end: number): FilePart[] {
  let before = 0;
  return files.flatMap((file) => {
    const [from, to] = [Math.max(0, start - before), Math.min(file.size, end - before)];
    before += file.size;
    return from < to ? [{ file, start: from, end: to }] : [];
  });
}
