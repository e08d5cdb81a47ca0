import { ModelError } from './model-error.ts';

export interface LayerConfig {
  readonly name: string;
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Keras's inbound_nodes: a list for each use of the layer, of the tensors that go into it. */
  readonly inbound: unknown;
}

/** One tensor: which layer gives it, at which of its uses. */
interface Reference {
  readonly layer: string;
  readonly use: number;
}

/** Uses of layers that are gone through until all have their inputs, at most; TensorFlow.js goes through as many. */
const VISITS = 2 ** 22;

/**
 * Checks that a graph of layers can be run: TensorFlow.js 4.22 looks for the inputs of every layer until it has found them all.
 *
 * @param built kinds of layers that have a use, the first, before they are wired: inputs, and models.
 * @throws ModelError for a layer that is not there, for a circle, and for uses whose order TensorFlow.js would mix up.
 */
export function checkGraph(
  config: Readonly<Record<string, unknown>>,
  layers: readonly LayerConfig[],
  built: readonly string[],
  name: string,
): void {
  const uses = new Map(layers.map((layer) => [layer.name, usesOf(layer, name)]));
  const first = new Map(layers.map(({ name: layer, kind }) => [layer, built.includes(kind) ? 1 : 0]));
  const references = [...uses].flatMap(([layer, all]) => all.flat().map((reference) => ({ reference, at: `layer ${layer}` })));
  for (const [end, called] of [
    ['inputLayers', 'input_layers'],
    ['outputLayers', 'output_layers'],
  ])
    for (const reference of endsOf(config[end], name, called)) references.push({ reference, at: called });
  for (const { reference, at } of references) {
    const all = uses.get(reference.layer);
    if (!all) throw new ModelError(`${name}: ${at} refers to a layer ${JSON.stringify(reference.layer)}, which is not there`);
    const there = all.length + (first.get(reference.layer) ?? 0);
    if (reference.use >= there)
      throw new ModelError(`${name}: ${at} refers to use ${reference.use} of layer ${reference.layer}, of ${there}`);
  }
  checkOrder(uses, first, name);
}

/** Goes through the layers as TensorFlow.js does, again and again, and makes every use whose inputs are there. */
function checkOrder(uses: ReadonlyMap<string, readonly Reference[][]>, made: Map<string, number>, name: string): void {
  let waiting = [...uses].map(([layer, all]) => ({ layer, all: all.map((inputs, use) => ({ inputs, use })) }));
  const initial = new Map(made);
  let visits = 0;
  while (waiting.length > 0) {
    let before = 0;
    let after = 0;
    for (const one of waiting) {
      before += one.all.length;
      one.all = one.all.filter(({ inputs, use }) => {
        if (inputs.some((input) => (made.get(input.layer) ?? 0) <= input.use)) return true;
        const count = made.get(one.layer) ?? 0;
        if (count !== use + (initial.get(one.layer) ?? 0))
          throw new ModelError(
            `${name}: layer ${one.layer} is used in an order that TensorFlow.js does not keep; use it in that of its list`,
          );
        made.set(one.layer, count + 1);
        return false;
      });
      after += one.all.length;
    }
    waiting = waiting.filter(({ all }) => all.length > 0);
    if (after === before && waiting.length > 0) throw new ModelError(`${name}: layer ${waiting[0].layer} depends on itself`);
    visits += uses.size;
    if (visits > VISITS && waiting.length > 0)
      throw new ModelError(`${name}: has its layers in an order that takes TensorFlow.js too long; list each after its inputs`);
  }
}

function usesOf({ name: layer, inbound }: LayerConfig, name: string): Reference[][] {
  const wrong = () => new ModelError(`${name}: inbound_nodes of layer ${layer} are no lists of [name, use, tensor]`);
  if (!Array.isArray(inbound)) throw wrong();
  return inbound.map((node: unknown) => {
    if (typeof node === 'object' && node !== null && 'args' in node) {
      throw new ModelError(
        `${name}: layer ${layer} is wired as Keras 3 does it, which TensorFlow.js does not read; save the model with Keras 2 (tf_keras)`,
      );
    }
    if (!Array.isArray(node) || node.length === 0) throw wrong();
    return node.map((entry: unknown) => referenceIn(entry) ?? fail(wrong()));
  });
}

function endsOf(ends: unknown, name: string, what: string): Reference[] {
  const wrong = () => new ModelError(`${name}: ${what} is no list of [name, use, tensor]`);
  if (!Array.isArray(ends) || ends.length === 0) throw wrong();
  return ends.map((entry: unknown) => referenceIn(entry) ?? fail(wrong()));
}

function referenceIn(entry: unknown): Reference | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [layer, use, tensor] = entry as unknown[];
  const counts = [use, tensor].every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
  return typeof layer === 'string' && counts ? { layer, use: Number(use) } : undefined;
}

function fail(error: Error): never {
  throw error;
}
