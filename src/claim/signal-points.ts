import type { ModelTrace, Trace } from '../network/index.ts';

/** Layers that only choose, arrange or gather what another has made: their std says nothing of the weights before them. */
const ARRANGES =
  /^(?:Flatten|Reshape|Permute|RepeatVector|Masking|(?:Global)?(?:Max|Average)Pooling\dD|(?:Zero|Up|Crop)\w*\dD)$/i;

/** Whether a trace is that of a TensorFlow.js model, which knows its layers by name. */
export function isModelTrace(trace: Trace): trace is ModelTrace {
  return 'layers' in trace;
}

/**
 * The entries of a trace at which a signal is to be judged: one for each depth, in order.
 *
 * Of our own networks, every layer. Of a model, of the layers that follow one kernel and precede the next (activation, normalisation,
 * dropout, a residual's sum), the last: what goes on from there. None at the depth of the last output, whose size is the task's, nor
 * any layer that only arranges.
 */
export function signalPoints(trace: Trace): number[] {
  if (!isModelTrace(trace)) return Array.from(trace.std, (_, layer) => layer);
  const { layers } = trace;
  const end = Math.max(...layers.filter(({ head }) => head).map(({ depth }) => depth));
  const last = new Map<number, number>();
  layers.forEach(({ depth, head, kind }, i) => {
    if (depth > 0 && depth < end && !head && !ARRANGES.test(kind)) last.set(depth, i);
  });
  return [...last].toSorted(([a], [b]) => a - b).map(([, i]) => i);
}
