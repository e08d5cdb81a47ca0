import type { CheckpointTensor, Layout } from '../checkpoint/index.ts';
import { axesOf } from './matrix-view.ts';
import type { NamedLaw } from './named-law.ts';
import { patternOf } from './pattern.ts';
import { isBias, roleOf, weightsBeside } from './role.ts';
import { embeddingDefaults, linearDefault, mistakesOf, schemesOf } from './schemes.ts';

/** How many blocks a tensor's name is one of: those that differ from it in their first number. */
export function blocksOf(name: string, names: readonly string[]): number {
  const pattern = patternOf(name);
  const first = (one: string) => /\d+/.exec(one)?.[0];
  if (first(name) === undefined) return 0;
  return new Set(names.filter((other) => patternOf(other) === pattern).map(first)).size;
}

/** The laws that a tensor may have been drawn from: on purpose, or by mistake. */
export interface Laws {
  readonly schemes: readonly NamedLaw[];
  readonly mistakes: readonly NamedLaw[];
}

/** The laws that are thought of, by a tensor's shape, its name, and what stands beside it in its file. */
export function lawsFor({ name, shape }: CheckpointTensor, layout: Layout, beside: ReadonlyMap<string, CheckpointTensor>): Laws {
  const role = roleOf(name, shape);
  if (role !== 'vector') {
    const { outputs, inputs, kernel } = axesOf(shape, layout);
    const place = { fanIn: inputs * kernel, fanOut: outputs * kernel, kernel, blocks: blocksOf(name, [...beside.keys()]) };
    if (role === 'weight') return { schemes: schemesOf(place), mistakes: mistakesOf(place) };
    return { schemes: [...embeddingDefaults(), ...schemesOf(place)], mistakes: [] };
  }
  const weight = isBias(name) ? weightBeside(name, beside) : undefined;
  if (!weight || weight.shape.length < 2) return { schemes: [], mistakes: [] };
  const { outputs, inputs, kernel } = axesOf(weight.shape, layout);
  return { schemes: outputs === shape[0] && inputs * kernel > 0 ? [linearDefault(inputs * kernel)] : [], mistakes: [] };
}

/** The weight that a bias belongs to. */
export function weightBeside(name: string, beside: ReadonlyMap<string, CheckpointTensor>): CheckpointTensor | undefined {
  return weightsBeside(name)
    .map((weight) => beside.get(weight))
    .find((tensor) => tensor !== undefined);
}
