import type { Trace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { isModelTrace } from './signal-points.ts';

/**
 * The index in a trace of a model's layer.
 *
 * @throws ParameterError for a name that the model does not have, and for one of our own networks, whose layers have none.
 */
export function layerNamed(name: string, trace: Trace): number {
  if (!isModelTrace(trace)) throw new ParameterError('layer', 'a number: the layers of an architecture have no names', name);
  const index = trace.layers.findIndex((layer) => layer.name === name);
  if (index < 0) throw new ParameterError('layer', `one of ${trace.layers.map((layer) => layer.name).join(', ')}`, name);
  return index;
}
