import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { signal } from '../signal.ts';
import type { Signal } from '../trace.ts';
import { activationOf } from './activation-of.ts';
import { applyLayer } from './apply-layer.ts';
import { runGraph, type Step } from './graph.ts';
import { fansOf, kernelOf } from './kernel.ts';
import type { TracedLayer, UntracedLayer } from './model-trace.ts';
import { unitByUnit } from './unit-by-unit.ts';
import { deadShare, saturatedShare } from './unit-shares.ts';

/** One layer as it was seen. */
export interface Seen {
  readonly layer: TracedLayer;
  readonly signal: Signal;
  readonly dead: number;
  readonly saturated: number;
  readonly kernelStd: number;
}

/** Runs a model once: what each layer showed, which could not be looked into, and the outputs of those that were seen. */
export function modelForward(
  model: LayersModel,
  inputs: readonly Tensor[],
): { readonly seen: readonly Seen[]; readonly untraced: readonly UntracedLayer[]; readonly outputs: readonly Tensor[] } {
  const depths = new Map(inputs.map(({ id }) => [id, 0]));
  const shown: { step: Step; name: string; output: Tensor }[] = [];
  const untraced: UntracedLayer[] = [];
  const ends = runGraph(model, inputs, (step, given) => {
    const outputs = applyLayer(step, given);
    const depth = Math.max(0, ...given.map(({ id }) => depths.get(id) ?? 0)) + (kernelOf(step.layer) ? 1 : 0);
    outputs.forEach((output, i) => {
      depths.set(output.id, depth);
      const name = outputs.length > 1 ? `${step.name}:${i}` : step.name;
      if (output.dtype === 'float32') shown.push({ step, name, output });
      else untraced.push({ name, kind: step.layer.getClassName(), why: `its output is of type ${output.dtype}` });
    });
    return outputs;
  });
  const heads = new Set(ends.map(({ id }) => id));
  const seen = shown.map(({ step: { layer }, name, output }): Seen => {
    const [batch, ...shape] = output.shape;
    const values = output.dataSync<'float32'>();
    const activation = activationOf(layer);
    return {
      layer: {
        name,
        kind: layer.getClassName(),
        activation,
        shape,
        depth: depths.get(output.id) ?? 0,
        head: heads.has(output.id),
        fans: fansOf(layer),
      },
      signal: signal(unitByUnit(values, batch), batch),
      dead: deadShare(values, shape.at(-1) ?? 1),
      saturated: saturatedShare(values, activation),
      kernelStd: fansOf(layer) ? signal(kernelOf(layer)?.read().dataSync<'float32'>() ?? new Float32Array(), 1).std : Number.NaN,
    };
  });
  return { seen, untraced, outputs: shown.map(({ output }) => output) };
}
