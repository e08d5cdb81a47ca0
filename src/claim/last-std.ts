import type { Trace } from '../network/index.ts';
import { type LayerSpan, pointsIn, stopped } from './layer-span.ts';
import { type Quantity, quantity } from './quantity.ts';
import { both } from './text.ts';

/** The std after the last of the layers that a word looks at; ∞ where a realisation stopped before it. */
export function lastStd(layers: LayerSpan | undefined): Quantity<Trace> {
  const name = layers
    ? both(`std after layer ${layers[1]}`, `第 ${layers[1]} 层之后的标准差`)
    : both('std after the last layer', '最后一层之后的标准差');
  return quantity(name, (trace) => {
    const points = pointsIn(trace, layers);
    return stopped(trace, points) ? Infinity : trace.std[points[points.length - 1]];
  });
}
