import { ModelError } from './model-error.ts';

export interface LayerConfig {
  readonly name: string;
  readonly kind: string;
  readonly config: object;
  /** Keras's inbound_nodes: a list for each use of the layer, of the tensors that go into it. */
  readonly inbound: unknown;
}

/** One tensor: which layer gives it, at which of its uses. */
interface Reference {
  readonly layer: string;
  readonly use: number;
}

/**
 * Checks that a graph of layers can be run: TensorFlow.js 4.22 looks for the inputs of every layer until it has found them all.
 *
 * @throws ModelError for a layer that is not there, and for a circle.
 */
export function checkGraph(config: Record<string, unknown>, layers: readonly LayerConfig[], name: string): void {
  const known = new Set(layers.map((layer) => layer.name));
  const uses = new Map(layers.map((layer) => [layer.name, usesOf(layer, name)]));
  const references = [...uses].flatMap(([layer, all]) => all.flat().map((reference) => ({ reference, at: `layer ${layer}` })));
  for (const end of ['input_layers', 'output_layers']) {
    for (const reference of endsOf(config[end], name, end)) references.push({ reference, at: end });
  }
  for (const { reference, at } of references) {
    if (!known.has(reference.layer))
      throw new ModelError(`${name}: ${at} refers to a layer ${JSON.stringify(reference.layer)}, which is not there`);
    // An input has one use, and no list of it.
    const there = Math.max(1, uses.get(reference.layer)?.length ?? 0);
    if (reference.use >= there)
      throw new ModelError(`${name}: ${at} refers to use ${reference.use} of layer ${reference.layer}, of ${there}`);
  }
  runnable(uses, name);
}

/** Every use of a layer after those that it depends on, as long as there are any. */
function runnable(uses: ReadonlyMap<string, readonly (readonly Reference[])[]>, name: string): void {
  const keyOf = ({ layer, use }: Reference) => JSON.stringify([layer, use]);
  const waiting = new Map<string, number>();
  const feeds = new Map<string, string[]>();
  for (const [layer, all] of uses) {
    all.forEach((inputs, use) => {
      const key = keyOf({ layer, use });
      const given = inputs.filter((input) => (uses.get(input.layer)?.length ?? 0) > 0);
      waiting.set(key, given.length);
      for (const input of given) feeds.set(keyOf(input), [...(feeds.get(keyOf(input)) ?? []), key]);
    });
  }
  const ready = [...waiting].filter(([, count]) => count === 0).map(([key]) => key);
  for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
    waiting.delete(key);
    for (const next of feeds.get(key) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const [stuck] = waiting.keys();
  if (stuck !== undefined)
    throw new ModelError(`${name}: layer ${String((JSON.parse(stuck) as unknown[])[0])} depends on itself`);
}

function usesOf({ name: layer, inbound }: LayerConfig, name: string): Reference[][] {
  if (inbound === undefined || inbound === null) return [];
  const wrong = () => new ModelError(`${name}: inbound_nodes of layer ${layer} are no lists of [name, use, tensor]`);
  if (!Array.isArray(inbound)) throw wrong();
  return inbound.map((node: unknown) => {
    if (!Array.isArray(node)) throw wrong();
    return node.map((entry: unknown) => referenceIn(entry) ?? fail(wrong()));
  });
}

function endsOf(ends: unknown, name: string, what: string): Reference[] {
  const wrong = () => new ModelError(`${name}: ${what} is no list of [name, use, tensor]`);
  if (!Array.isArray(ends) || ends.length === 0) throw wrong();
  const single = referenceIn(ends);
  return single ? [single] : ends.map((entry: unknown) => referenceIn(entry) ?? fail(wrong()));
}

function referenceIn(entry: unknown): Reference | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [layer, use] = entry as unknown[];
  return typeof layer === 'string' && Number.isSafeInteger(use) && Number(use) >= 0 ? { layer, use: Number(use) } : undefined;
}

function fail(error: Error): never {
  throw error;
}
