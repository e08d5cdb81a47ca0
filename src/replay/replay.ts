import { sampleStandardDeviation } from 'simple-statistics';
import { tanh } from '../activation/index.ts';
import type { Architecture } from '../architecture/index.ts';
import { type Engine, realise, type Trace } from '../network/index.ts';
import { TorchGenerator } from '../random/index.ts';
import { GAIN_CELL } from './cells.ts';
import { torchDraws } from './torch-draws.ts';

/** The notebook's seed: `set_seed(1)`. */
export const SEED = 1;

/** A network of the notebook as PyTorch draws it from a seed, run on TensorFlow.js. */
export async function replay(engine: Engine, network: Architecture, seed: number | string = SEED): Promise<Trace> {
  const [trace] = await realise(engine, network, () => torchDraws(network, new TorchGenerator(seed)), 0, 1);
  return trace;
}

/** s(x)/s(tanh x) of 10,000 normal numbers as PyTorch draws them from a seed. The notebook's own cell set none. */
export function replayGain(seed: number | string = SEED): number {
  const x = new TorchGenerator(seed).normals(new Float32Array(GAIN_CELL.draws));
  const out = x.map(tanh.phi);
  return sampleStandardDeviation(Array.from(x)) / sampleStandardDeviation(Array.from(out));
}

/** |replayed − printed|/printed, before the replayed std is rounded to the float32 that is shown, of every line that the notebook printed; NaN for a layer that the replay did not reach. */
export function differences({ std }: Trace, printed: readonly number[]): number[] {
  return printed.map((value, layer) => Math.abs((std[layer] ?? Number.NaN) - value) / value);
}
