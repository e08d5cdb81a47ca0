import type { CheckpointTensor, Layout } from '../checkpoint/index.ts';
import { axesOf } from './matrix-view.ts';
import type { NamedLaw } from './named-law.ts';
import { patternOf } from './pattern.ts';
import { isBias, roleOf, weightsBeside } from './role.ts';
import { embeddingDefaults, linearDefault, mistakesOf, schemesOf } from './schemes.ts';

/** What stands beside a tensor in its file. */
export interface Beside {
  readonly tensors: ReadonlyMap<string, CheckpointTensor>;
  /** How many blocks names count, by their pattern: those that differ in their first number. */
  readonly blocks: ReadonlyMap<string, number>;
}

export function besideEachOther(tensors: readonly CheckpointTensor[]): Beside {
  const firsts = new Map<string, Set<string>>();
  for (const { name } of tensors) {
    const [first] = /\d+/.exec(name) ?? [];
    if (first === undefined) continue;
    const pattern = patternOf(name);
    const known = firsts.get(pattern) ?? new Set();
    firsts.set(pattern, known.add(first));
  }
  return {
    tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])),
    blocks: new Map([...firsts].map(([pattern, known]) => [pattern, known.size])),
  };
}

/** The laws that a tensor may have been drawn from: on purpose, or by mistake. */
export interface Laws {
  readonly schemes: readonly NamedLaw[];
  readonly mistakes: readonly NamedLaw[];
}

/** The laws that are thought of, by a tensor's shape, its name, and what stands beside it in its file. */
export function lawsFor({ name, shape }: CheckpointTensor, layout: Layout, beside: Beside): Laws {
  const role = roleOf(name, shape);
  if (role !== 'vector') {
    const { outputs, inputs, kernel } = axesOf(shape, layout);
    const place = { fanIn: inputs * kernel, fanOut: outputs * kernel, kernel, blocks: beside.blocks.get(patternOf(name)) ?? 0 };
    if (role === 'weight') return { schemes: schemesOf(place), mistakes: mistakesOf(place) };
    return { schemes: [...embeddingDefaults(), ...schemesOf(place)], mistakes: [] };
  }
  const weight = isBias(name) ? weightBeside(name, beside) : undefined;
  if (!weight || weight.shape.length < 2) return { schemes: [], mistakes: [] };
  const { outputs, inputs, kernel } = axesOf(weight.shape, layout);
  return { schemes: outputs === shape[0] && inputs * kernel > 0 ? [linearDefault(inputs * kernel)] : [], mistakes: [] };
}

/** The weight that a bias belongs to. */
export function weightBeside(name: string, { tensors }: Beside): CheckpointTensor | undefined {
  return weightsBeside(name)
    .map((weight) => tensors.get(weight))
    .find((tensor) => tensor !== undefined);
}
