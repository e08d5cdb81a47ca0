import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { signal } from '../signal.ts';
import type { Signal } from '../trace.ts';
import { activationOf } from './activation-of.ts';
import { applyLayer } from './apply-layer.ts';
import { type Mask, runGraph, type Step } from './graph.ts';
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

/** What one run of a model showed. */
export interface Shown {
  readonly seen: readonly Seen[];
  /** Layers that could not be looked into. */
  readonly untraced: readonly UntracedLayer[];
  /** Of those that were seen. */
  readonly outputs: readonly Tensor[];
  /** Of every layer, as the next run wants them. */
  readonly masks: Mask[];
}

/** Runs a model once. */
export function modelForward(model: LayersModel, inputs: readonly Tensor[]): Shown {
  const masks: Mask[] = [];
  const depths = new Map(inputs.map(({ id }) => [id, 0]));
  const shown: { step: Step; name: string; output: Tensor }[] = [];
  const untraced: UntracedLayer[] = [];
  const run = (step: Step, given: readonly Tensor[]) => {
    const outputs = applyLayer(step, given);
    const depth = Math.max(0, ...given.map(({ id }) => depths.get(id) ?? 0)) + (kernelOf(step.layer) ? 1 : 0);
    outputs.forEach((output, i) => {
      depths.set(output.id, depth);
      const name = outputs.length > 1 ? `${step.name}:${i}` : step.name;
      if (output.dtype === 'float32') shown.push({ step, name, output });
      else untraced.push({ name, kind: step.layer.getClassName(), why: `its output is of type ${output.dtype}` });
    });
    return outputs;
  };
  const ends = runGraph(model, inputs, run, masks);
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
  return { seen, untraced, outputs: shown.map(({ output }) => output), masks };
}
