import { mean } from 'simple-statistics';
import { calculateGain, truncNormal } from '../init/index.ts';
import type { Layer } from '../architecture/index.ts';
import type { Text } from './text.ts';

/** A ratio of the weights' effective variance to the one that is needed, and the mistake that is known for it. */
export interface KnownRatio {
  readonly ratio: number;
  readonly mistake: Text;
}

/** What is left of a normal law's variance when it is cut at two standard deviations: 0.7737. */
const TRUNCATED: number = truncNormal({ std: 1, a: -2, b: 2 }).law([1, 1]).std ** 2;

/** `needed` is a root to 1e-4: what lies nearer together than ten times as much is one ratio, and at 1 no mistake. */
const same = (a: number, b: number): boolean => Math.abs(Math.log(a / b)) < 1e-3;

/** PyTorch's gains, by the activation that each is meant for. */
const GAINS: readonly (readonly [string, number])[] = [
  ['tanh', calculateGain('tanh')],
  ['ReLU', calculateGain('relu')],
  ['SELU', calculateGain('selu')],
];

/**
 * The ratios that common mistakes lead to; of mistakes that lead to the same one, the first.
 *
 * @param needed fan_in·Var(w) as it should be, in the first layer.
 */
export function knownRatios(needed: number, layers: readonly Pick<Layer, 'fanIn' | 'fanOut'>[]): KnownRatio[] {
  const [{ fanIn }] = layers;
  const overLayers = (ratio: (fanIn: number, fanOut: number) => number) =>
    Math.exp(mean(layers.map((layer) => Math.log(ratio(layer.fanIn, layer.fanOut)))));
  const gain = digits(Math.sqrt(needed));
  return [
    {
      ratio: 1 / needed,
      mistake: { en: `the gain left out: 1 for ${gain}`, zh: `漏掉增益：用了 1，应为 ${gain}` },
    },
    ...GAINS.map(([activation, wrong]) => ({
      ratio: wrong ** 2 / needed,
      mistake: {
        en: `the gain that is meant for ${activation}: ${digits(wrong)} for ${gain}`,
        zh: `用了 ${activation} 的增益：${digits(wrong)}，应为 ${gain}`,
      },
    })),
    {
      ratio: TRUNCATED,
      mistake: {
        en: 'normal weights cut at two standard deviations and not rescaled',
        zh: '正态权值在两个标准差处截断而没有重新放大',
      },
    },
    {
      ratio: 1 / 3,
      mistake: { en: 'the std taken for the bound of a uniform law', zh: '把标准差当成均匀分布的边界' },
    },
    { ratio: 3, mistake: { en: 'the bound of a uniform law taken for the std', zh: '把均匀分布的边界当成标准差' } },
    {
      ratio: 1 / 2,
      mistake: {
        en: 'fan_in + fan_out taken for fan_in, or Kaiming’s factor 2 left out',
        zh: '把 fan_in + fan_out 当成 fan_in，或漏掉 Kaiming 的因子 2',
      },
    },
    { ratio: 2, mistake: { en: 'Kaiming’s factor 2 where no ReLU asks for it', zh: '没有 ReLU 却用了 Kaiming 的因子 2' } },
    {
      ratio: overLayers((input, output) => input / output),
      mistake: { en: 'fan_out taken for fan_in', zh: '把 fan_out 当成 fan_in' },
    },
    {
      ratio: overLayers((input, output) => (2 * input) / (input + output)),
      mistake: {
        en: 'the mean of fan_in and fan_out taken for fan_in',
        zh: '把 fan_in 与 fan_out 的平均值当成 fan_in',
      },
    },
    {
      ratio: 1 / (3 * needed),
      mistake: { en: 'PyTorch’s default for nn.Linear, U(±1/√fan_in)', zh: 'PyTorch 中 nn.Linear 的默认值 U(±1/√fan_in)' },
    },
    {
      ratio: TRUNCATED / needed,
      mistake: {
        en: `the gain left out, 1 for ${gain}, and normal weights cut at two standard deviations and not rescaled`,
        zh: `漏掉增益（用了 1，应为 ${gain}），且正态权值在两个标准差处截断而没有重新放大`,
      },
    },
    { ratio: needed / fanIn, mistake: { en: 'the variance passed as the std', zh: '把方差当成标准差传入' } },
    {
      ratio: fanIn / needed,
      mistake: { en: 'not divided by √fan_in: weights of std 1', zh: '没有除以 √fan_in：权值的标准差为 1' },
    },
  ].filter(({ ratio }, i, all) => !same(ratio, 1) && !all.slice(0, i).some((before) => same(before.ratio, ratio)));
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
