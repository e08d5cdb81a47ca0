import { CheckpointError } from './checkpoint-error.ts';
import { type Dtype, DTYPES, type ReadAt, type TensorEntry } from './entry.ts';
import { isObject, jsonObject, LARGEST_JSON } from './json-text.ts';
import { bytesFor, isCount, isShape } from './shape.ts';
import { shown } from './shown.ts';
import { topLevelKeys } from './top-level-keys.ts';

/** The header's length stands in front of it, in 8 bytes. */
const PREFIX = 8;

/**
 * The tensors of a `.safetensors` file, in the order of their numbers, by its header alone: no number is read.
 *
 * Held to what the format says: the header is UTF-8 and JSON, each name stands in it once, and the numbers of all tensors cover the rest of the
 * file, without a hole and without an overlap.
 *
 * @param size of the file, in bytes.
 * @throws CheckpointError that says what is wrong, and where.
 */
export async function safetensorsEntries(read: ReadAt, size: number): Promise<TensorEntry[]> {
  const prefix = await read(0, PREFIX);
  if (prefix.length < PREFIX) throw new CheckpointError(`is no safetensors file: it has ${prefix.length} bytes`);
  const length = Number(new DataView(prefix.buffer, prefix.byteOffset).getBigUint64(0, true));
  if (length > LARGEST_JSON)
    throw new CheckpointError(
      `is no safetensors file, or a broken one: its header would have ${length} bytes, and at most ${LARGEST_JSON} are read`,
    );
  if (PREFIX + length > size) throw new CheckpointError(`ends at byte ${size}, within its header of ${length} bytes`);
  const bytes = await read(PREFIX, length);
  if (bytes.length < length) throw new CheckpointError(`ends at byte ${PREFIX + bytes.length}, within its header`);
  const header = headerIn(bytes);
  const start = PREFIX + length;
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value, start));
  return covering(entries, start, size);
}

function headerIn(bytes: Uint8Array): Record<string, unknown> {
  const { text, object } = jsonObject(bytes, 'its header');
  const keys = new Set<string>();
  for (const key of topLevelKeys(text)) {
    if (keys.has(key)) throw new CheckpointError(`its header names ${shown(key)} twice`);
    keys.add(key);
  }
  return object;
}

function entryOf(name: string, value: unknown, start: number): TensorEntry {
  const wrong = (what: string) => new CheckpointError(`tensor ${shown(name)}: ${what}`);
  if (!isObject(value)) throw wrong('is no object in the header');
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(DTYPES, dtype))
    throw wrong(`is of dtype ${shown(dtype)}; known are ${Object.keys(DTYPES).join(', ')}`);
  if (!isShape(shape)) throw wrong(`has the shape ${shown(shape)}`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount))
    throw wrong(`has the data_offsets ${shown(offsets)}`);
  const [from, to] = offsets as [number, number];
  const bytes = bytesFor(dtype as Dtype, shape);
  if (to - from !== bytes) throw wrong(`has ${to - from} bytes, and its shape takes ${bytes}`);
  return { name, dtype: dtype as Dtype, shape, start: start + from, end: start + to };
}

/** In order, each where the one before it ends. */
function covering(entries: readonly TensorEntry[], start: number, size: number): TensorEntry[] {
  const ordered = entries.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let at = start;
  for (const { name, start: from, end } of ordered) {
    if (from < at)
      throw new CheckpointError(`tensor ${shown(name)}: begins at byte ${from}, where the one before it ends at ${at}`);
    if (from > at) throw new CheckpointError(`has a hole of ${from - at} bytes at byte ${at}, before tensor ${shown(name)}`);
    at = end;
  }
  if (at > size) throw new CheckpointError(`ends at byte ${size}, and its last tensor would end at ${at}`);
  if (at < size) throw new CheckpointError(`has ${size - at} bytes behind its last tensor, at byte ${at}`);
  return ordered;
}
