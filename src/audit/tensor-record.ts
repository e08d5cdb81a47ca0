import type { CheckpointTensor, Layout } from '../checkpoint/index.ts';
import { jsonNumber } from '../claim/index.ts';
import type { DeadLines } from './dead-lines.ts';
import { histogramOf } from './histogram.ts';
import type { Identity } from './identity.ts';
import { axesOf } from './matrix-view.ts';
import type { Measurement } from './measure.ts';
import type { EstimateRecord, TensorRecord } from './record.ts';
import { roleOf } from './role.ts';

/** A tensor's record as far as it depends on nothing but the tensor: without activation and expectation. */
export function tensorRecord(
  file: string,
  tensor: CheckpointTensor,
  layout: Layout,
  measured: Measurement,
  identity: Identity,
  dead: DeadLines | null,
  alpha: number,
): TensorRecord {
  const { name, dtype, shape } = tensor;
  const role = roleOf(name, shape);
  const { outputs, inputs, kernel } = shape.length < 2 ? { outputs: 0, inputs: 0, kernel: 0 } : axesOf(shape, layout);
  const fanIn = role === 'weight' ? inputs * kernel : null;
  const { numbers, nan, infinite, zeros, mean, kurtosis } = measured;
  const std = estimate(identity, 1);
  return {
    file,
    name,
    dtype,
    shape: [...shape],
    role,
    fanIn,
    fanOut: role === 'weight' ? outputs * kernel : null,
    numbers,
    nan,
    infinite,
    zeros: numbers === 0 ? 0 : zeros / numbers,
    mean: jsonNumber(mean),
    std,
    gain: fanIn === null ? null : estimate(identity, Math.sqrt(fanIn)),
    largest: jsonNumber(identity.sample.largest / identity.std.estimate),
    kurtosis: jsonNumber(kurtosis),
    deadOutputs: dead?.outputs.length ?? 0,
    deadInputs: dead?.inputs.length ?? 0,
    family: identity.family,
    law: identity.law,
    schemes: identity.schemes,
    mistakes: identity.mistakes,
    activation: null,
    histogram: histogramOf(identity.sample, identity.cdf),
    expected: null,
    alpha,
  };
}

function estimate({ std }: Identity, factor: number): EstimateRecord {
  const { lo, hi, method } = std.interval;
  return {
    estimate: jsonNumber(std.estimate * factor),
    interval: { lo: jsonNumber(lo * factor), hi: jsonNumber(hi * factor), method },
  };
}
