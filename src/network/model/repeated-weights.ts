import type { LayersModel } from '@tensorflow/tfjs';
import type { Seed } from '../../random/index.ts';
import { kernelOf } from './kernel.ts';
import { ModelError } from './model-error.ts';
import type { ModelLayer } from './model-layer.ts';
import type { ModelSource } from './model-source.ts';

/** A layer's kernel, by the numbers that it begins with, and whether it is one number throughout. */
interface Beginning {
  readonly layer: string;
  readonly seed: number | null;
  readonly numbers: string;
  readonly constant: boolean;
}

/** What was seen of each source last, to be held against the next realisation. */
const seen = new WeakMap<ModelSource, { key: string; kernels: Beginning[] }>();

/**
 * Notes the weights of a realisation.
 *
 * @throws ModelError where another one had the same: a builder with a seed of its own makes a population of one.
 */
export function noteWeights(source: ModelSource, model: LayersModel, seed: Seed, realisation: number): void {
  const key = `${seed}/${realisation}`;
  const kernels = beginnings(model);
  const before = seen.get(source);
  seen.set(source, { key, kernels });
  if (!before || before.key === key) return;
  const varying = kernels.filter(({ constant }) => !constant);
  const known = new Map(before.kernels.map((kernel) => [kernel.layer, kernel.numbers]));
  const same = varying.filter(({ layer, numbers }) => known.get(layer) === numbers);
  const seeded = same.find((kernel) => kernel.seed !== null);
  if (seeded) {
    throw new ModelError(
      `${source.name} makes the same weights each time: the initializer of ${seeded.layer} has the seed ${seeded.seed}; leave it out`,
    );
  }
  if (same.length > 0 && same.length === varying.length) {
    throw new ModelError(`${source.name} makes the same weights each time: a population of one`);
  }
}

const NUMBERS = 16;

function beginnings(model: LayersModel): Beginning[] {
  return model.layers.flatMap((layer, i) => {
    const kernel = kernelOf(layer);
    if (!kernel) return [];
    const values = kernel.read().dataSync<'float32'>();
    return [
      {
        // Its place, not its name: a builder that names none gets other names each time.
        layer: `layer ${i + 1} (${layer.getClassName()})`,
        seed: seedOf(layer),
        numbers: values.subarray(0, NUMBERS).join(),
        // Also where it is NaN: that says nothing of where it was drawn from.
        constant: values.every((value) => Object.is(value, values[0])),
      },
    ];
  });
}

function seedOf(layer: ModelLayer): number | null {
  for (const value of Object.values(layer.getConfig())) {
    if (typeof value !== 'object' || value === null || !('config' in value)) continue;
    const { config } = value as { config: unknown };
    if (typeof config === 'object' && config !== null && 'seed' in config && typeof config.seed === 'number') return config.seed;
  }
  return null;
}
