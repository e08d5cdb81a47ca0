import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { isModel } from './every-layer.ts';
import { LayerNames } from './layer-names.ts';
import type { ModelLayer } from './model-layer.ts';

type Symbolic = LayersModel['inputs'][number];

/** Which places in time a recurrent layer is to pass over; null for none. */
export type Mask = Tensor | null;

/** One use of a layer in a model: a layer may be used more than once, and a model be used as a layer. */
export interface Step {
  readonly layer: ModelLayer;
  /** `outer/inner` for a layer of a model within the model; `shared#2` for the second use of one. */
  readonly name: string;
  /** Of what goes in first, as TensorFlow.js has it. */
  readonly mask: Mask;
}

/** What is done at a step with what goes in: gives what comes out. */
export type Run = (step: Step, inputs: readonly Tensor[]) => readonly Tensor[];

/**
 * Runs a model step by step, each after those that it depends on; gives its outputs, in order.
 *
 * @param masks what each step said of its output's mask in an earlier run: they are not made again, for on a tape they would have no gradient.
 * Empty before the first run, which fills it.
 */
export function runGraph(model: LayersModel, inputs: readonly Tensor[], run: Run, masks: Mask[]): readonly Tensor[] {
  const course = { run, masks, step: 0, uses: new Map<ModelLayer, number>(), names: new LayerNames() };
  return runWithin(
    model,
    inputs,
    inputs.map(() => null),
    course,
    '',
  );
}

/** What is common to a model and the models within it. */
interface Course {
  readonly run: Run;
  readonly masks: Mask[];
  readonly uses: Map<ModelLayer, number>;
  readonly names: LayerNames;
  step: number;
}

function runWithin(
  model: LayersModel,
  inputs: readonly Tensor[],
  inputMasks: readonly Mask[],
  course: Course,
  prefix: string,
): readonly Tensor[] {
  const { run, masks, uses, names } = course;
  const values = new Map(model.inputs.map(({ id }, i) => [id, inputs[i]]));
  const maskOf = new Map(model.inputs.map(({ id }, i) => [id, inputMasks[i]]));
  const valuesOf = (symbols: readonly Symbolic[]) => symbols.map(({ id }) => values.get(id) as Tensor);
  for (const { layer, inputTensors, outputTensors } of ordered(model)) {
    const use = (uses.get(layer) ?? 0) + 1;
    uses.set(layer, use);
    const name = `${prefix}${names.of(layer)}${use > 1 ? `#${use}` : ''}`;
    const given = valuesOf(inputTensors);
    const givenMasks = inputTensors.map(({ id }) => maskOf.get(id) ?? null);
    const place = course.step++;
    const results = isModel(layer)
      ? runWithin(layer, given, givenMasks, course, `${name}/`)
      : run({ layer, name, mask: givenMasks[0] }, given);
    if (place >= masks.length || masks[place] === undefined) masks[place] = maskAfter(layer, given, givenMasks);
    outputTensors.forEach(({ id }, i) => {
      values.set(id, results[i]);
      maskOf.set(id, masks[place]);
    });
  }
  return valuesOf(model.outputs);
}

function maskAfter(layer: ModelLayer, inputs: readonly Tensor[], masks: readonly Mask[]): Mask {
  if (!layer.supportsMasking) return null;
  const [mask] = [layer.computeMask([...inputs], masks as Tensor[])].flat() as (Mask | undefined)[];
  return mask ?? null;
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
