import { bytesOf } from './byte-stream.ts';
import type { Checkpoint, Files, OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { jsonObject, LARGEST_JSON } from './json-text.ts';
import { NPY_PREFIX, npyStart } from './npy-header.ts';
import { npyTensor } from './npy-tensor.ts';
import { openNpz } from './npz.ts';
import { openIndex, openSafetensors } from './safetensors-index.ts';
import { openTfjs } from './tfjs-weights.ts';

/** Formats that are programs, or have none that is read here. */
const OTHERS = /\.(?:pt|pth|bin|pkl|ckpt|h5|keras|onnx|gguf|pb)$/i;

/**
 * Opens what a framework wrote: `.safetensors`, or the `.json` that is an index of several; `.npy`, `.npz`; TensorFlow.js's `model.json`. Its tensors
 * are known then, and none of their numbers has been read.
 *
 * @throws CheckpointError that says in one line what is wrong, and where; nothing is left open then.
 */
export async function openCheckpoint(files: Files, path: string): Promise<Checkpoint> {
  const ending = /\.(safetensors|npy|npz|json)$/i.exec(path)?.[1].toLowerCase();
  if (ending === undefined) {
    const what = OTHERS.test(path)
      ? 'is of a format that is not read: save its weights as .safetensors'
      : 'has no ending that is known';
    throw new CheckpointError(`${what} (.safetensors, .npy, .npz, or a .json of TensorFlow.js or of safetensors)`);
  }
  const file = await files.open(path);
  try {
    if (ending === 'safetensors') return await openSafetensors(file);
    if (ending === 'npz') return await openNpz(file);
    if (ending === 'npy') return await openNpy(file, path);
    const checkpoint = await openJson(files, path, file);
    await file.close();
    return checkpoint;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openNpy(file: OpenFile, path: string): Promise<Checkpoint> {
  const prefix = await file.read(0, NPY_PREFIX);
  const head = await file.read(0, npyStart(prefix));
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1, -'.npy'.length);
  const tensor = npyTensor(name, head, file.size, (start) => bytesOf([{ file, start, end: file.size }]));
  return { kind: 'npy', layout: 'torch', tensors: [tensor], close: () => file.close() };
}

async function openJson(files: Files, path: string, file: OpenFile): Promise<Checkpoint> {
  if (file.size > LARGEST_JSON) throw new CheckpointError(`has ${file.size} bytes; of JSON at most ${LARGEST_JSON} are read`);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf([{ file, start: 0, end: file.size }])) pieces.push(new Uint8Array(piece));
  const { weight_map: map, weightsManifest } = jsonObject(Buffer.concat(pieces), 'it').object;
  if (map !== undefined) return openIndex(files, path, map);
  if (weightsManifest !== undefined) return openTfjs(files, path, weightsManifest);
  throw new CheckpointError(
    'is neither an index of safetensors (no weight_map) nor a model of TensorFlow.js (no weightsManifest)',
  );
}
