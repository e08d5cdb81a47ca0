import { CheckpointError } from './checkpoint-error.ts';
import { type Dtype, DTYPES, type ReadAt, type TensorEntry } from './entry.ts';
import { topLevelKeys } from './top-level-keys.ts';

/** The header's length stands in front of it, in 8 bytes. */
const PREFIX = 8;

/** safetensors' own limit on the header, in bytes. */
const LARGEST_HEADER = 100_000_000;

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
  if (length > LARGEST_HEADER) throw new CheckpointError(`is no safetensors file: its header would have ${length} bytes`);
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
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CheckpointError(`its header is no UTF-8`);
  }
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw new CheckpointError('its header is no JSON');
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new CheckpointError('its header is no object');
  const keys = topLevelKeys(text);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new CheckpointError(`its header names ${shown(twice)} twice`);
  return header as Record<string, unknown>;
}

function entryOf(name: string, value: unknown, start: number): TensorEntry {
  const wrong = (what: string) => new CheckpointError(`tensor ${shown(name)}: ${what}`);
  if (typeof value !== 'object' || value === null) throw wrong('is no object in the header');
  const { dtype, shape, data_offsets: offsets } = value as Record<string, unknown>;
  if (typeof dtype !== 'string' || !Object.hasOwn(DTYPES, dtype))
    throw wrong(`is of dtype ${shown(dtype)}; known are ${Object.keys(DTYPES).join(', ')}`);
  if (!Array.isArray(shape) || !shape.every(isCount)) throw wrong(`has the shape ${shown(shape)}`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount))
    throw wrong(`has the data_offsets ${shown(offsets)}`);
  const [from, to] = offsets as [number, number];
  const bytes = (shape as number[]).reduce((product, one) => product * one, DTYPES[dtype as Dtype]);
  if (to - from !== bytes) throw wrong(`has ${to - from} bytes, and its shape takes ${bytes}`);
  return { name, dtype: dtype as Dtype, shape: shape as number[], start: start + from, end: start + to };
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

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
