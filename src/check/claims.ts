import { both, exactly, firstNonFinite, mean, quantile, type Uncontrolled } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';
import { ParameterError, positiveInteger, probability } from '../parameter.ts';
import { ALPHA, endingAt } from '../stats/index.ts';
import { gradientDrift, signalDrift } from './drift.ts';
import { depthsOf } from './points.ts';
import { deadShare, saturatedShare } from './shares.ts';

/** What a model is held to. */
export interface Limits {
  /** Most networks that are drawn. */
  readonly networks: number;
  /** The factor by which std and gradient std may change over the whole depth, either way. */
  readonly within: number;
  /** The share of a layer's units that may be dead, in the median network. */
  readonly dead: number;
  /** The share of a layer's outputs that may be saturated, in the median network. */
  readonly saturated: number;
  /** Error rate of each claim. */
  readonly alpha: number;
}

/**
 * By convention: a factor of 10 makes a step of one size ten times too large for one layer where it is right for another. Half of the
 * units of a deep ReLU network are silent for a whole batch, whose examples have become alike, but not 90% of them. Of tanh, a quarter
 * of the outputs has a slope below 1% where the pre-activations' std is 2.6: P(|N(0, 2.6²)| > artanh √.99 = 2.99).
 */
export const LIMITS: Limits = { networks: 64, within: 10, dead: 0.9, saturated: 0.25, alpha: ALPHA };

/** Networks at which a quantile's interval first has both ends at the usual alpha: 2⁻³² is below alpha/8. */
const FOR_QUANTILE = 32;

/** The claims by which a model is checked: those of what its first realisation has. */
export function claimsOf(first: ModelTrace, limits: Limits): Uncontrolled<ModelTrace>[] {
  checked(limits);
  const depths = depthsOf(first);
  const layers = depths.length < 2 ? 0 : Math.max(...depths) - Math.min(...depths);
  return [
    finite(limits),
    ...(layers > 0 ? [forward(layers, limits), backward(layers, limits)] : []),
    ...(Number.isNaN(deadShare.read(first)) ? [] : [alive(limits)]),
    ...(Number.isNaN(saturatedShare.read(first)) ? [] : [unsaturated(limits)]),
  ];
}

function checked({ networks, within, dead, saturated, alpha }: Limits): void {
  if (positiveInteger('networks', networks) < 2) throw new ParameterError('networks', 'at least 2', networks);
  if (!(within > 1) || within === Infinity) throw new ParameterError('within', 'a factor above 1', within);
  probability('dead', dead);
  probability('saturated', saturated);
  probability('alpha', alpha);
}

function finite({ networks, alpha }: Limits): Uncontrolled<ModelTrace> {
  const all = both('every output is finite', '所有输出都是有限的');
  return {
    id: 'check/finite',
    ...words(
      all.en,
      'One that is not makes all that follow it NaN, and the loss with them. Nothing is estimated.',
      `${all.zh}`,
      '一个非有限的数会使其后的一切以及损失都变成 NaN。此处不作估计。',
    ),
    says: exactly(firstNonFinite, Infinity, Math.min(networks, FOR_QUANTILE)),
    source: 'IEEE 754: float32 ends at 3.4e38',
    alpha,
  };
}

function forward(layers: number, { networks, within, alpha }: Limits): Uncontrolled<ModelTrace> {
  const limit = Math.log(within) / layers;
  return {
    id: 'check/forward',
    ...words(
      'the signal keeps its size on the way to the output',
      because('std', within, layers, limit),
      '信号在传向输出的过程中保持大小',
      becauseZh('标准差', within, layers, limit),
    ),
    says: {
      ...mean(signalDrift).within(-limit, limit),
      schedule: endingAt(networks),
      aim: { keeps: 'signal', near: 1 },
    },
    predicts: 0,
    source: 'He et al. (2015), equation 10: Var keeps its size where fan_in·Var(w)·E[φ²]/q is 1',
    formula: String.raw`\frac{\mathrm{d}}{\mathrm{d}l} \ln \operatorname{std}(h_l) = 0`,
    alpha,
  };
}

function backward(layers: number, { networks, within, alpha }: Limits): Uncontrolled<ModelTrace> {
  const limit = Math.log(within) / layers;
  return {
    id: 'check/backward',
    ...words(
      'the gradient keeps its size on the way to the input',
      because('gradient std', within, layers, limit),
      '梯度在传回输入的过程中保持大小',
      becauseZh('梯度标准差', within, layers, limit),
    ),
    says: { ...mean(gradientDrift).within(-limit, limit), schedule: endingAt(networks), aim: { keeps: 'gradient' } },
    predicts: 0,
    source: 'Glorot & Bengio (2010), equation 6; He et al. (2015), equation 14',
    formula: String.raw`\frac{\mathrm{d}}{\mathrm{d}l} \ln \operatorname{std}\Bigl(\frac{\partial \langle g, y\rangle}{\partial h_l}\Bigr) = 0,\quad g \sim N(0, 1)`,
    alpha,
  };
}

function alive({ networks, dead, alpha }: Limits): Uncontrolled<ModelTrace> {
  return {
    id: 'check/alive',
    ...words(
      'no layer is dead',
      `A unit is dead for a batch where its output is the same for every example. Half of a deep ReLU network's are, whose examples have become alike; of a layer with ${percent(dead)} or more, little is left to pass on. Judged by the median network.`,
      '没有死亡的层',
      `若一个单元对批次中每个样本的输出都相同，则它对该批次是死亡的。深层 ReLU 网络中各样本趋于相似，约有一半单元如此；若达到 ${percent(dead)}，该层几乎无法传递信息。以中位网络判定。`,
    ),
    says: { ...quantile(0.5, deadShare).below(dead), schedule: forQuantile(networks) },
    source: 'Lu, Shin, Su & Karniadakis, Dying ReLU and initialization (2020)',
    alpha,
  };
}

function unsaturated({ networks, saturated, alpha }: Limits): Uncontrolled<ModelTrace> {
  return {
    id: 'check/unsaturated',
    ...words(
      'no layer is saturated',
      `A bounded activation is saturated where its slope is below 1% of its largest: no gradient comes back through it. The limit is ${percent(saturated)} of a layer's outputs, in the median network; an output of the model may saturate.`,
      '没有饱和的层',
      `有界激活函数在斜率低于其最大值的 1% 处饱和：梯度无法从那里传回。上限为单层输出的 ${percent(saturated)}，以中位网络判定；模型自身的输出可以饱和。`,
    ),
    says: { ...quantile(0.5, saturatedShare).below(saturated), schedule: forQuantile(networks) },
    source: 'Glorot & Bengio (2010), section 3.1',
    alpha,
  };
}

/** With fewer networks than a quantile needs they are looked at all the same: it stays undecided, and says how many would do. */
const forQuantile = (networks: number) => (networks < FOR_QUANTILE ? endingAt(networks) : endingAt(networks, FOR_QUANTILE));

const because = (of: string, within: number, layers: number, limit: number) =>
  `Over the whole depth the ${of} may change by a factor of ${digits(within)} either way, a convention. That is a slope of ln ${of} of at most ln ${digits(within)}/${layers} = ${digits(limit)} a layer, by least squares over the layers in which the signal leaves a depth.`;

const becauseZh = (of: string, within: number, layers: number, limit: number) =>
  `约定：在整个深度上，${of}的变化不得超过 ${digits(within)} 倍（增大或减小）。即对各深度处的${of}取对数作最小二乘拟合，每层斜率的绝对值至多为 ln ${digits(within)}/${layers} = ${digits(limit)}。`;

function words(sentence: string, because: string, sentenceZh: string, becauseZh: string) {
  return { sentence, because, zh: { sentence: sentenceZh, because: becauseZh, teaches: '' } };
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));

const percent = (share: number): string => `${digits(100 * share)}%`;
