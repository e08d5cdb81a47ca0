import { mean } from 'simple-statistics';
import type { Trace } from '../network/index.ts';
import { nonNegativeInteger, ParameterError } from '../parameter.ts';
import { type Quantity, quantity } from './quantity.ts';
import { both } from './text.ts';

/** A place on the way back: after a layer, or before the first. */
export type Place = number | 'input';

/**
 * The factor by which the gradient's std grows a layer on the way back from layer `from` to layer `to`, or to the input: its
 * geometric mean.
 */
export function gradientGrowth(from: number, to: Place): Quantity<Trace> {
  nonNegativeInteger('from', from);
  if (to !== 'input') nonNegativeInteger('to', to);
  const last = to === 'input' ? -1 : to;
  if (last >= from) throw new ParameterError('to', 'a layer before from, for gradients run backwards', [from, to]);
  const [where, place] = to === 'input' ? ['the input', '输入'] : [`layer ${to}`, `第 ${to} 层`];
  return quantity(
    both(
      `growth of the gradient's std a layer, back from layer ${from} to ${where}`,
      `梯度的标准差从第 ${from} 层反传到${place}每层增长的倍数`,
    ),
    ({ gradient }) => Math.exp(Math.log((at(gradient, last) ?? Number.NaN) / (at(gradient, from) ?? Number.NaN)) / (from - last)),
    ['gradient'],
  );
}

const at = (gradient: Trace['gradient'], layer: number) => (layer === -1 ? gradient?.input.std : gradient?.std[layer]);

/** How the second moment of the gradient changes on its way back through one layer, averaged over the layers: χ₁ at a fixed point. */
export const meanGradientRatio: Quantity<Trace> = quantity(
  both("ratio of the gradient's q before and after a layer, averaged over the layers", '各层之前与之后梯度的 q 之比的平均值'),
  ({ gradient }) => {
    if (!gradient || gradient.secondMoment.length === 0) return Number.NaN;
    const before = [gradient.input.secondMoment, ...gradient.secondMoment];
    return mean(Array.from(gradient.secondMoment, (after, layer) => before[layer] / after));
  },
  ['gradient'],
);

/**
 * A moment of the squared singular values of the Jacobian from input to output: m_k = tr((JJᵀ)ᵏ)/min(n_in, n_out), which is the
 * literature's tr((JJᵀ)ᵏ)/n_out unless there are more outputs than inputs.
 */
export function jacobianMoment(k: number): Quantity<Trace> {
  return quantity(
    both(`m${subscript(k)} of the Jacobian`, `雅可比矩阵的 m${subscript(k)}`),
    ({ singularValues = [] }) =>
      singularValues.length === 0 ? Number.NaN : mean(Array.from(singularValues, (s) => s ** (2 * k))),
    ['jacobian'],
  );
}

/** m₂/m₁² of the Jacobian: 1 where all its singular values are the same, and the larger the further they spread. */
export const jacobianRatio: Quantity<Trace> = quantity(
  both('m₂/m₁² of the Jacobian', '雅可比矩阵的 m₂/m₁²'),
  (trace) => jacobianMoment(2).read(trace) / jacobianMoment(1).read(trace) ** 2,
  ['jacobian'],
);

const subscript = (k: number) => ['₀', '₁', '₂', '₃', '₄'][k] ?? `_${k}`;
