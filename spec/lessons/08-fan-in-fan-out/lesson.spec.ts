import { both, type Initializer, mean, meanGradientRatio, meanRatio, mlp, normal, normalLaw, relu } from 'gainsay';
import { knownFor, lesson } from 'gainsay/lesson';
import { weightStd } from './exercise.ts';

/** Each layer has half of the units of the one before it, or twice as many: where all are the same, the fans are too. */
const TAPERS = [
  [1024, 512, 256, 128],
  [128, 256, 512, 1024],
];

/** Normal weights of the std that the answer gives for a layer's fans. */
const answered = (keep: 'signal' | 'gradient'): Initializer => ({
  name: 'weightStd',
  law: ([fanOut, fanIn]) => normalLaw(0, weightStd(fanIn, fanOut, keep)),
  draw: (shape, source, out) => normal({ std: weightStd(shape[1], shape[0], keep) }).draw(shape, source, out),
});

const tapering = (width: readonly number[], keep: 'signal' | 'gradient') =>
  mlp({ width, activation: relu, init: answered(keep), batch: 64 });

lesson(
  both('the signal keeps its second moment through layers that taper, and that widen', '无论各层渐窄还是渐宽，信号保持其二阶矩'),
  async ({ uphold }) => {
    for (const widths of TAPERS) {
      const factor = widths[0] / widths[1];
      await uphold(tapering(widths, 'signal'), mean(meanRatio).within(0.85, 1.15), {
        goal: Math.sqrt(1 - 1 / Math.PI),
        unless: ({ estimate }) =>
          knownFor(
            (widths[0] * weightStd(widths[0], widths[1], 'signal') ** 2) / 2,
            [
              [
                factor,
                both(
                  `Through layers of ${widths.join(', ')} units the second moment changes ${factor}-fold a layer: each output is a sum over the inputs, and what counts is how many of these there are.`,
                  `经过 ${widths.join('、')} 个单元的各层，二阶矩每层变为 ${factor} 倍：每个输出都是对输入求和，要紧的是输入有多少个。`,
                ),
              ],
              [
                (2 * factor) / (1 + factor),
                both(
                  `Through layers of ${widths.join(', ')} units the second moment changes ${digits((2 * factor) / (1 + factor))}-fold a layer: Xavier's mean of fan_in and fan_out is a compromise, and keeps neither.`,
                  `经过 ${widths.join('、')} 个单元的各层，二阶矩每层变为 ${digits((2 * factor) / (1 + factor))} 倍：Xavier 取 fan_in 与 fan_out 的平均，是一种折中，两者都保持不住。`,
                ),
              ],
            ],
            both(`The second moment changes ${digits(estimate)}-fold a layer.`, `二阶矩每层变为 ${digits(estimate)} 倍。`),
          ),
      });
    }
  },
);

lesson(
  both('the gradient keeps its second moment on its way back through them', '梯度在反向传播中保持其二阶矩'),
  async ({ uphold }) => {
    for (const widths of TAPERS) {
      const factor = widths[1] / widths[0];
      await uphold(tapering(widths, 'gradient'), mean(meanGradientRatio).within(0.85, 1.15), {
        goal: 1,
        shows: 'gradient std',
        unless: ({ estimate }) =>
          knownFor(
            (widths[1] * weightStd(widths[0], widths[1], 'gradient') ** 2) / 2,
            [
              [
                factor,
                both(
                  `On its way back through layers of ${widths.join(', ')} units the gradient's second moment changes ${factor}-fold a layer: the gradient of an input is a sum over the outputs, and not over the inputs.`,
                  `反向经过 ${widths.join('、')} 个单元的各层，梯度的二阶矩每层变为 ${factor} 倍：输入的梯度是对输出求和，而不是对输入求和。`,
                ),
              ],
            ],
            both(
              `On its way back the gradient's second moment changes ${digits(estimate)}-fold a layer.`,
              `反向传播时，梯度的二阶矩每层变为 ${digits(estimate)} 倍。`,
            ),
          ),
      });
    }
  },
);

const digits = (value: number): string => String(Number(value.toPrecision(3)));
