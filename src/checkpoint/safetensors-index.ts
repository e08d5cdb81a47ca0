import type { Checkpoint, CheckpointTensor, Files, OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { isObject } from './json-text.ts';
import { safetensorsEntries } from './safetensors.ts';
import { closeAll, openShards } from './shards.ts';
import { shown } from './shown.ts';
import { tensorAt } from './tensor-at.ts';

/** Names in the order of their numbers: `h.2` before `h.10`. */
const { compare } = new Intl.Collator('en', { numeric: true });
const byName = (a: CheckpointTensor, b: CheckpointTensor): number => compare(a.name, b.name) || (a.name < b.name ? -1 : 1);

/** The tensors of one `.safetensors` file, by their names: the format keeps no order. */
export async function openSafetensors(file: OpenFile): Promise<Checkpoint> {
  return checkpoint(await tensorsIn(file), () => file.close());
}

/**
 * The tensors of a checkpoint of several `.safetensors` files, by the index that names them.
 *
 * @throws CheckpointError where the index and the shards are not of one mind about what there is.
 */
export async function openIndex(files: Files, path: string, map: unknown): Promise<Checkpoint> {
  if (!isObject(map)) throw new CheckpointError('its weight_map is no object');
  const named = new Map<string, string>();
  for (const [tensor, shard] of Object.entries(map)) {
    if (typeof shard !== 'string') throw new CheckpointError(`its weight_map has ${shown(shard)} for ${shown(tensor)}`);
    named.set(tensor, shard);
  }
  const shards = await openShards(files, path, [...new Set(named.values())]);
  try {
    const tensors: CheckpointTensor[] = [];
    for (const [name, file] of shards) tensors.push(...(await tensorsOfShard(name, file, named)));
    const [missing] = named.keys();
    if (missing !== undefined)
      throw new CheckpointError(`its shard ${shown(named.get(missing))} holds no tensor ${shown(missing)}`);
    return checkpoint(tensors, () => closeAll(shards));
  } catch (error) {
    await closeAll(shards);
    throw error;
  }
}

const checkpoint = (tensors: readonly CheckpointTensor[], close: () => Promise<void>): Checkpoint => ({
  kind: 'safetensors',
  layout: 'torch',
  tensors: tensors.toSorted(byName),
  close,
});

async function tensorsIn(file: OpenFile): Promise<CheckpointTensor[]> {
  const entries = await safetensorsEntries((start, length) => file.read(start, length), file.size);
  return entries.map(({ name, dtype, shape, start, end }) => tensorAt(name, dtype, shape, [{ file, start, end }]));
}

/** Takes the shard's tensors off the list of those that are named. */
async function tensorsOfShard(name: string, file: OpenFile, named: Map<string, string>): Promise<CheckpointTensor[]> {
  try {
    const tensors = await tensorsIn(file);
    for (const tensor of tensors) {
      if (named.get(tensor.name) !== name)
        throw new CheckpointError(`holds ${shown(tensor.name)}, which the index has elsewhere`);
      named.delete(tensor.name);
    }
    return tensors;
  } catch (error) {
    throw error instanceof CheckpointError ? new CheckpointError(`its shard ${shown(name)} ${error.message}`) : error;
  }
}
