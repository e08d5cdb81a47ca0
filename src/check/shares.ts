import { both, type Quantity, quantity, signalPoints } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';

/** The largest share of dead units among the points where a signal is judged. */
export const deadShare: Quantity<ModelTrace> = quantity(
  both('largest share of dead units in a layer', '单层死亡单元的最大比例'),
  (trace) => largest(signalPoints(trace).map((layer) => trace.dead[layer] ?? Number.NaN)),
);

/** The largest share of saturated outputs among the layers that are no output of the model: there the task may want saturation. */
export const saturatedShare: Quantity<ModelTrace> = quantity(
  both('largest share of saturated outputs in a layer', '单层饱和输出的最大比例'),
  ({ layers, saturated }) => largest(Array.from(saturated).filter((_, layer) => !layers[layer].head)),
);

/** NaN where no layer has a share. */
function largest(shares: readonly number[]): number {
  const known = shares.filter((share) => !Number.isNaN(share));
  return known.length === 0 ? Number.NaN : Math.max(...known);
}
