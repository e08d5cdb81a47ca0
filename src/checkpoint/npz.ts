import { joined } from './byte-stream.ts';
import type { Checkpoint, OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { NPY_PREFIX, npyStart } from './npy-header.ts';
import { npyTensor } from './npy-tensor.ts';
import { shown } from './shown.ts';
import { type Packed, packedIn } from './zip.ts';

/**
 * The arrays of an `.npz` file, as NumPy's `savez` and `savez_compressed` write it: a zip archive of `.npy` files.
 *
 * @throws CheckpointError as those two are refused, and for entries of another kind.
 */
export async function openNpz(file: OpenFile): Promise<Checkpoint> {
  const tensors = [];
  for (const packed of await packedIn(file)) {
    const { name, size } = packed;
    try {
      if (!name.endsWith('.npy')) throw new CheckpointError('is no .npy file');
      tensors.push(npyTensor(name.slice(0, -'.npy'.length), await headOf(packed), size, (start) => packed.bytes(start)));
    } catch (error) {
      if (!(error instanceof CheckpointError)) throw error;
      throw new CheckpointError(`entry ${shown(name)}: ${error.message}`);
    }
  }
  return { kind: 'npz', layout: 'torch', tensors, close: () => file.close() };
}

/** As many first bytes as hold the header. */
async function headOf(packed: Packed): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of packed.bytes()) {
    head = joined(head, piece);
    if (head.length >= NPY_PREFIX && head.length >= npyStart(head)) break;
  }
  return head;
}
