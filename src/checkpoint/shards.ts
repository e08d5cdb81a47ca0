import type { Files, OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { printable, shown } from './shown.ts';

/** Files that one checkpoint is spread over, at most. */
const MOST = 4096;

/**
 * Opens the shards of a checkpoint, which lie in the folder of the file that names them, and are named without one.
 *
 * @throws CheckpointError for a name with a folder in it, and for a shard that cannot be opened; what was opened is closed then.
 */
export async function openShards(files: Files, beside: string, names: readonly string[]): Promise<ReadonlyMap<string, OpenFile>> {
  if (names.length > MOST) throw new CheckpointError(`names ${names.length} shards; at most ${MOST} are read`);
  for (const name of names) {
    // A colon is a drive's, or a stream's, on Windows.
    if (!/^[^/\\:\p{Cc}]+$/u.test(name) || name === '.' || name === '..')
      throw new CheckpointError(`names the shard ${shown(name)}; a shard is a file in the same folder`);
  }
  const folder = beside.slice(0, Math.max(beside.lastIndexOf('/'), beside.lastIndexOf('\\')) + 1);
  const shards = new Map<string, OpenFile>();
  for (const name of names) {
    try {
      shards.set(name, await files.open(folder + name));
    } catch (error) {
      await closeAll(shards);
      const why = printable(error instanceof Error ? error.message : String(error)).slice(0, 100);
      throw new CheckpointError(`its shard ${shown(name)} cannot be opened: ${why}`);
    }
  }
  return shards;
}

export async function closeAll(shards: ReadonlyMap<string, OpenFile>): Promise<void> {
  for (const shard of shards.values()) await shard.close();
}
