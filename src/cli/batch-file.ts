import { readFileSync } from 'node:fs';
import { CheckpointError, nestedNumbers, readNpy } from '../checkpoint/index.ts';
import type { Batch, ModelInput } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';

/** What goes into a model: batches from files, one an input, or `examples` of N(0, 1) numbers. */
export function inputFrom(files: readonly string[] | undefined, examples = 16): ModelInput {
  return files ? { values: files.map(batchFrom) } : { batch: examples };
}

/**
 * A batch from a file: NumPy's .npy, or JSON as nested lists of numbers.
 *
 * @throws ParameterError for a file that cannot be read; CheckpointError for what is wrong in it.
 */
function batchFrom(file: string): Batch {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ParameterError('--input', `a file that can be read (${code})`, file);
  }
  try {
    return file.toLowerCase().endsWith('.npy') ? readNpy(bytes) : nestedNumbers(new TextDecoder().decode(bytes));
  } catch (error) {
    throw error instanceof CheckpointError ? new CheckpointError(`${file} ${error.message}`) : error;
  }
}
