import { mean } from 'simple-statistics';
import type { ModelTrace } from '../network/index.ts';
import { gradientDrift, signalDrift } from './drift.ts';
import { pointsOf } from './points.ts';

/** A number of one realisation that a baseline is kept of, near-normal over realisations: a logarithm of a ratio, or of a std. */
export interface Change {
  /** `ln std of dense_3 over dense_2`. */
  readonly name: string;
  readonly value: number;
}

/**
 * What a baseline watches of a realisation: how std and gradient std change from point to point, their drift over the whole depth, and
 * the std of every kernel, alone and on average, which shows a gain that is off in all of them. Changes from point to point, for they are nearly independent: a std after a hundred layers has the spread of a
 * hundred of them.
 */
export function changesOf(trace: ModelTrace): Change[] {
  const points = pointsOf(trace);
  const nameOf = (layer: number | null) => (layer === null ? 'the input' : trace.layers[layer].name);
  const steps = points.slice(1).flatMap((point, i): Change[] => {
    const before = points[i];
    const between = `${nameOf(point.layer)} over ${nameOf(before.layer)}`;
    return [
      { name: `ln std of ${between}`, value: Math.log(point.std / before.std) },
      { name: `ln gradient std of ${between}`, value: Math.log(point.gradientStd / before.gradientStd) },
    ];
  });
  // A kernel of one number throughout has no logarithm, and nothing in it to watch but that.
  const kernels = trace.layers.flatMap(({ name, fans }, layer): Change[] =>
    fans === null || trace.kernelStd[layer] === 0
      ? []
      : [{ name: `ln std of the kernel of ${name}`, value: Math.log(trace.kernelStd[layer]) }],
  );
  const average =
    kernels.length > 1 ? [{ name: 'ln std of the kernels, on average', value: mean(kernels.map(({ value }) => value)) }] : [];
  const drifts = [signalDrift, gradientDrift].map(({ name, read }): Change => ({ name: name.en, value: read(trace) }));
  return [...(points.length > 1 ? drifts : []), ...steps, ...average, ...kernels];
}
