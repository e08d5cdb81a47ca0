import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { LayerNames } from './layer-names.ts';
import type { ModelLayer } from './model-layer.ts';

type Symbolic = LayersModel['inputs'][number];

/** One use of a layer in a model: a layer may be used more than once, and a model be used as a layer. */
export interface Step {
  readonly layer: ModelLayer;
  /** `outer/inner` for a layer of a model within the model; `shared#2` for the second use of one. */
  readonly name: string;
}

/** What is done at a step with what goes in: gives what comes out. */
export type Run = (step: Step, inputs: readonly Tensor[]) => readonly Tensor[];

/** Runs a model step by step, each after those that it depends on; gives its outputs, in order. */
export function runGraph(model: LayersModel, inputs: readonly Tensor[], run: Run): readonly Tensor[] {
  return runWithin(model, inputs, run, '', new Map(), new LayerNames());
}

function runWithin(
  model: LayersModel,
  inputs: readonly Tensor[],
  run: Run,
  prefix: string,
  uses: Map<ModelLayer, number>,
  names: LayerNames,
): readonly Tensor[] {
  const values = new Map(model.inputs.map(({ id }, i) => [id, inputs[i]]));
  const valuesOf = (symbols: readonly Symbolic[]) => symbols.map(({ id }) => values.get(id) as Tensor);
  for (const { layer, inputTensors, outputTensors } of ordered(model)) {
    const use = (uses.get(layer) ?? 0) + 1;
    uses.set(layer, use);
    const name = `${prefix}${names.of(layer)}${use > 1 ? `#${use}` : ''}`;
    const given = valuesOf(inputTensors);
    const results = isModel(layer) ? runWithin(layer, given, run, `${name}/`, uses, names) : run({ layer, name }, given);
    outputTensors.forEach(({ id }, i) => values.set(id, results[i]));
  }
  return valuesOf(model.outputs);
}

interface Node {
  readonly layer: ModelLayer;
  readonly inputTensors: readonly Symbolic[];
  readonly outputTensors: readonly Symbolic[];
}

/** What a model's outputs depend on, in an order in which it can be run: after its inputs, which are not among it. */
function ordered(model: LayersModel): Node[] {
  const given = new Set(model.inputs.map(({ id }) => id));
  const done = new Set<object>();
  const order: Node[] = [];
  // A stack of our own: a model may be deeper than the stack of calls.
  const open = model.outputs.toReversed().map((tensor) => ({ tensor, entered: false }));
  while (open.length > 0) {
    const top = open[open.length - 1];
    const { sourceLayer: layer, nodeIndex, id } = top.tensor;
    const node = layer.inboundNodes[nodeIndex];
    if (given.has(id) || done.has(node)) open.pop();
    else if (top.entered) {
      open.pop();
      done.add(node);
      order.push({ layer, inputTensors: node.inputTensors, outputTensors: node.outputTensors });
    } else {
      top.entered = true;
      open.push(...node.inputTensors.toReversed().map((tensor) => ({ tensor, entered: false })));
    }
  }
  return order;
}

const isModel = (layer: ModelLayer): layer is LayersModel => 'layers' in layer && 'inputs' in layer;
