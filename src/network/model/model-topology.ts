import { ModelError } from './model-error.ts';
import { checkGraph, type LayerConfig } from './topology-graph.ts';
import { checkNumbers } from './topology-numbers.ts';

/** A topology that TensorFlow.js may be given. */
export interface Topology {
  readonly topology: object;
  /** `Sequential`, `Functional` or `Model`. */
  readonly kind: string;
  readonly layers: number;
}

const KINDS = ['Sequential', 'Functional', 'Model'];

/** Models within models, at most. */
const NESTED = 8;

const LAYERS = 10_000;

/**
 * The topology in a model.json, with the seeds of its initializers taken out.
 *
 * @throws ModelError for one that TensorFlow.js would not read, or not end reading.
 */
export function topologyOf(json: unknown, name: string): Topology {
  const whole = objectIn(json, name, 'the file');
  if (whole['format'] === 'graph-model') {
    throw new ModelError(`${name}: is a graph model, whose layers and initializers are gone; save it as a layers model`);
  }
  const outer = 'modelTopology' in whole ? objectIn(whole['modelTopology'], name, 'modelTopology') : whole;
  const own = 'model_config' in outer ? objectIn(outer['model_config'], name, 'model_config') : outer;
  checkNumbers(own, name);
  const topology = withoutSeeds(own) as Record<string, unknown>;
  const layers = checkModel(topology, name, 0);
  return {
    topology: { class_name: topology['class_name'], config: topology['config'] },
    kind: String(topology['class_name']),
    layers,
  };
}

/** Checks a model, and those within it; gives how many layers there are. */
function checkModel(model: Record<string, unknown>, name: string, nested: number): number {
  const kind = model['class_name'];
  if (typeof kind !== 'string' || !KINDS.includes(kind)) {
    throw new ModelError(`${name}: class_name must be one of ${KINDS.join(', ')}; got ${shown(kind)}`);
  }
  if (nested > NESTED) throw new ModelError(`${name}: holds models within models more than ${NESTED} deep`);
  const layers = layersOf(model, name);
  const seen = new Set<string>();
  let count = layers.length;
  for (const { name: layer } of layers) {
    if (seen.has(layer)) throw new ModelError(`${name}: two layers have the name ${shown(layer)}`);
    seen.add(layer);
  }
  for (const layer of layers)
    if (KINDS.includes(layer.kind)) count += checkModel({ class_name: layer.kind, config: layer.config }, name, nested + 1);
  if (count > LAYERS) throw new ModelError(`${name}: has more than ${LAYERS} layers`);
  if (kind !== 'Sequential') checkGraph(objectIn(model['config'], name, 'config'), layers, name);
  return count;
}

function layersOf({ config }: Record<string, unknown>, name: string): LayerConfig[] {
  // Keras 2.1 and before have the list itself for the config of a Sequential.
  const list = Array.isArray(config) ? (config as unknown[]) : objectIn(config, name, 'config')['layers'];
  if (!Array.isArray(list) || list.length === 0) throw new ModelError(`${name}: has no list of layers`);
  return list.map((entry: unknown, i): LayerConfig => {
    const layer = objectIn(entry, name, `layer ${i + 1}`);
    const own = layer['config'];
    const { class_name: kind } = layer;
    if (typeof kind !== 'string') throw new ModelError(`${name}: layer ${i + 1} has no class_name`);
    const settings = Array.isArray(own) ? { layers: own as unknown[] } : objectIn(own, name, `the config of layer ${i + 1}`);
    const called = layer['name'] ?? settings['name'] ?? `layer ${i + 1}`;
    if (typeof called !== 'string')
      throw new ModelError(`${name}: the name of layer ${i + 1} must be a text; got ${shown(called)}`);
    return { name: called, kind, config: settings, inbound: layer['inbound_nodes'] };
  });
}

function objectIn(value: unknown, name: string, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ModelError(`${name}: ${what} must be an object; got ${shown(value)}`);
  }
  return value as Record<string, unknown>;
}

/** Initializers and dropout with a seed would draw the same numbers each time. */
function withoutSeeds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSeeds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === 'seed' ? [] : [[key, withoutSeeds(one)]])));
}

export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
