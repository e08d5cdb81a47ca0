import { ModelError } from './model-error.ts';
import { configAsRead } from './topology-config.ts';
import { checkGraph, type LayerConfig } from './topology-graph.ts';
import { checkNumbers } from './topology-numbers.ts';

type Config = Readonly<Record<string, unknown>>;

/** A topology that TensorFlow.js may be given. */
export interface Topology {
  /** As TensorFlow.js reads it, without seeds. */
  readonly topology: object;
  /** `Sequential`, `Functional` or `Model`. */
  readonly kind: string;
  readonly layers: number;
  /** The class of every layer, those of models within it among them. */
  readonly kinds: ReadonlyMap<string, string>;
}

const KINDS = ['Sequential', 'Functional', 'Model'];

/** Models within models, at most. */
const NESTED = 8;

/** TensorFlow.js goes from the output of a model to its inputs by recursion. */
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
  const { className: kind, config } = configAsRead(own, name) as Config;
  if (!isModel(kind)) throw new ModelError(`${name}: class_name must be one of ${KINDS.join(', ')}; got ${shown(kind)}`);
  const kinds = new Map<string, string>();
  const layers = checkModel(kind, config, name, 0, kinds);
  checkNumbers(config, name);
  return { topology: { className: kind, config }, kind, layers, kinds };
}

/** Checks a model, and those within it; gives how many layers there are. */
function checkModel(kind: string, config: unknown, name: string, nested: number, kinds: Map<string, string>): number {
  if (nested > NESTED) throw new ModelError(`${name}: holds models within models more than ${NESTED} deep`);
  const wired = kind !== 'Sequential';
  const layers = layersOf(config, wired, name);
  const seen = new Set<string>();
  let count = layers.length;
  for (const layer of layers) {
    if (seen.has(layer.name)) throw new ModelError(`${name}: two layers have the name ${shown(layer.name)}`);
    seen.add(layer.name);
    kinds.set(layer.kind, kinds.get(layer.kind) ?? layer.name);
    for (const inner of modelsIn({ className: layer.kind, config: layer.config }))
      count += checkModel(String(inner['className']), inner['config'], name, nested + 1, kinds);
    if (count > LAYERS) throw new ModelError(`${name}: has more than ${LAYERS} layers`);
  }
  if (wired) checkGraph(objectIn(config, name, 'config'), layers, ['InputLayer', ...KINDS], name);
  return count;
}

/** The outermost models in a layer's config: itself, or what a wrapper wraps. */
function modelsIn(value: unknown): Config[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('className' in value && isModel(value.className)) return [value];
  return Object.values(value).flatMap(modelsIn);
}

function layersOf(config: unknown, wired: boolean, name: string): LayerConfig[] {
  // Keras 2.1 and before have the list itself for the config of a Sequential.
  const list = Array.isArray(config) && !wired ? (config as unknown[]) : objectIn(config, name, 'config')['layers'];
  if (!Array.isArray(list) || list.length === 0) throw new ModelError(`${name}: has no list of layers`);
  if (list.length > LAYERS) throw new ModelError(`${name}: has more than ${LAYERS} layers`);
  return list.map((entry: unknown, i) => layerIn(entry, i + 1, wired, name));
}

function layerIn(entry: unknown, number: number, wired: boolean, name: string): LayerConfig {
  const layer = objectIn(entry, name, `layer ${number}`);
  const { className: kind, config: own, name: outer, inboundNodes: inbound } = layer;
  if (typeof kind !== 'string') throw new ModelError(`${name}: layer ${number} has no class_name`);
  const listed = kind === 'Sequential' && Array.isArray(own);
  const config = listed ? { layers: own as unknown[] } : objectIn(own, name, `the config of layer ${number}`);
  const [called, known] = [outer, config['name']].map((one) => nameIn(one, number, name));
  // TensorFlow.js looks up a wired layer by the one name, and its wires by the other.
  if (wired && called === undefined) throw new ModelError(`${name}: layer ${number} has no name`);
  if (wired && called !== known)
    throw new ModelError(`${name}: layer ${number} has two names, ${shown(called)} and ${shown(known)}`);
  if (kind === 'InputLayer' && 'batchShape' in config && !('batchInputShape' in config)) {
    throw new ModelError(
      `${name}: layer ${number}, an InputLayer, has the batch_shape of Keras 3, which TensorFlow.js does not read; save the model with Keras 2 (tf_keras)`,
    );
  }
  return { name: called ?? known ?? `layer ${number}`, kind, config, inbound };
}

function nameIn(value: unknown, number: number, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new ModelError(`${name}: the name of layer ${number} must be a text; got ${shown(value)}`);
}

function objectIn(value: unknown, name: string, what: string): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ModelError(`${name}: ${what} must be an object; got ${shown(value)}`);
  }
  return value as Config;
}

const isModel = (kind: unknown): kind is string => typeof kind === 'string' && KINDS.includes(kind);

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
