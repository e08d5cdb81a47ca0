import { both, type Initializer, mean, meanGradientRatio, meanRatio, mlp, normal, normalLaw, relu, type Text } from 'gainsay';
import { lesson, positive } from 'gainsay/lesson';
import { weightStd } from './exercise.ts';

/** Each layer has half of the units of the one before it, or twice as many: where all are the same, the fans are too. */
const TAPERS = [
  [1024, 512, 256, 128],
  [128, 256, 512, 1024],
];

type Keep = 'signal' | 'gradient';

const asked = (fanIn: number, fanOut: number, keep: Keep) =>
  positive(`weightStd(${fanIn}, ${fanOut}, '${keep}')`, weightStd(fanIn, fanOut, keep));

/** Normal weights of the std that the answer gives for a layer's fans. */
const answered = (keep: Keep): Initializer => ({
  name: 'weightStd',
  law: ([fanOut, fanIn]) => normalLaw(0, asked(fanIn, fanOut, keep)),
  draw: (shape, source, out) => normal({ std: asked(shape[1], shape[0], keep) }).draw(shape, source, out),
});

const tapering = (width: readonly number[], keep: Keep) => mlp({ width, activation: relu, init: answered(keep), batch: 64 });

/** By what the second moment changes a layer: half of fan · Var(w), the fan being that over which the way sums. */
const changes = ([first, second]: readonly number[], keep: Keep) =>
  ((keep === 'signal' ? first : second) * asked(first, second, keep) ** 2) / 2;

lesson(
  both('the signal keeps its second moment through layers that taper, and that widen', '无论各层渐窄还是渐宽，信号保持其二阶矩'),
  async ({ uphold }) => {
    for (const widths of TAPERS) {
      await uphold(tapering(widths, 'signal'), mean(meanRatio).within(0.85, 1.15), {
        goal: Math.sqrt(1 - 1 / Math.PI),
        unless: () =>
          mistake(
            'signal',
            widths[0] / widths[1],
            both(
              `Through layers of ${widths.join(', ')} units the second moment changes ${digits(changes(widths, 'signal'))}-fold a layer`,
              `经过 ${widths.join('、')} 个单元的各层，二阶矩每层变为 ${digits(changes(widths, 'signal'))} 倍`,
            ),
          ),
      });
    }
  },
);

lesson(
  both('the gradient keeps its second moment on its way back through them', '梯度在反向传播中保持其二阶矩'),
  async ({ uphold }) => {
    for (const widths of TAPERS) {
      await uphold(tapering(widths, 'gradient'), mean(meanGradientRatio).within(0.85, 1.15), {
        goal: 1,
        shows: 'gradient std',
        unless: () =>
          mistake(
            'gradient',
            widths[1] / widths[0],
            both(
              `On its way back through layers of ${widths.join(', ')} units the gradient's second moment changes ${digits(changes(widths, 'gradient'))}-fold a layer`,
              `反向经过 ${widths.join('、')} 个单元的各层，梯度的二阶矩每层变为 ${digits(changes(widths, 'gradient'))} 倍`,
            ),
          ),
      });
    }
  },
);

/** By both tapers: with the wrong fan one grows by `factor` a layer and the other falls, with a wrong constant both do the same. */
function mistake(keep: Keep, factor: number, { en, zh = en }: Text): Text {
  const [there, back] = TAPERS.map((widths) => changes(widths, keep));
  const constant = Math.sqrt(there * back);
  const steep = there / back;
  const same = (one: number, other: number) => Math.abs(Math.log(one / other)) < 0.01;
  if (!same(constant, 1) && same(steep, 1)) {
    return same(constant, 0.5)
      ? both(
          `${en}, whichever way they go: half of the numbers are set to 0, and ReLU's derivative is 0 for as many.`,
          `${zh}，无论渐窄还是渐宽：一半的数被置为 0，ReLU 的导数对同样多的数为 0。`,
        )
      : both(
          `${en}, whichever way they go: the fan is right, and what it is put under is not.`,
          `${zh}，无论渐窄还是渐宽：扇数对了，分子不对。`,
        );
  }
  const wrongFan = same(Math.abs(Math.log(steep)), 2 * Math.abs(Math.log(factor)));
  if (wrongFan && same(constant, 1)) {
    return keep === 'signal'
      ? both(
          `${en}: each output is a sum over the inputs, and what counts is how many of these there are.`,
          `${zh}：每个输出都是对输入求和，要紧的是输入有多少个。`,
        )
      : both(
          `${en}: the gradient of an input is a sum over the outputs, and not over the inputs.`,
          `${zh}：输入的梯度是对输出求和，而不是对输入求和。`,
        );
  }
  const means = [
    (fanIn: number, fanOut: number) => (fanIn + fanOut) / 2,
    (fanIn: number, fanOut: number) => Math.sqrt(fanIn * fanOut),
  ];
  const [first, second] = TAPERS[0];
  if (means.some((meanOf) => same(asked(first, second, keep), Math.sqrt(2 / meanOf(first, second))))) {
    return both(
      `${en}: a mean of fan_in and fan_out, such as Xavier's, is a compromise, and keeps neither.`,
      `${zh}：取 fan_in 与 fan_out 的平均（如 Xavier）是一种折中，两者都保持不住。`,
    );
  }
  return both(`${en}.`, `${zh}。`);
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
