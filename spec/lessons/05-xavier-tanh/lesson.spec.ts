import { both, gain, type Initializer, mean, mlp, std, tanh } from 'gainsay';
import { given, knownFor, lesson } from 'gainsay/lesson';
import { init } from './exercise.ts';

/** Mean field's 0.6513 with the notebook's gain, and 1% of it. */
const [PLATEAU, ROOM] = [0.6513, 0.006];

lesson(
  both('the std of 100 tanh layers settles near 0.65, at any width', '无论宽度如何，100 层 tanh 的标准差稳定在 0.65 附近'),
  async ({ uphold }) => {
    for (const width of [256, 128]) {
      const answer = given('init()', init(), INITIALIZER, isInitializer);
      const network = mlp({ width, depth: 100, activation: tanh, init: answer });
      const gained = Math.sqrt(width) * answer.law([width, width]).std;
      await uphold(network, mean(std.over(20, 99)).within(PLATEAU - ROOM, PLATEAU + ROOM), {
        goal: PLATEAU,
        unless: ({ estimate }) => mistake(gained, estimate, width, dependsOnWidth(answer)),
      });
    }
  },
);

const INITIALIZER = both('an initializer, such as xavierUniform() is', '初始化方法，例如 xavierUniform()');

const isInitializer = (value: unknown): value is Initializer =>
  typeof value === 'object' && value !== null && 'law' in value && 'draw' in value;

const dependsOnWidth = ({ law }: Initializer) => law([256, 256]).std !== law([128, 128]).std;

/** By √width times the std of the weights, and by what was measured. */
const mistake = (gained: number, settled: number, width: number, scaled: boolean) =>
  knownFor(
    gained,
    [
      [
        1,
        both(
          'The std falls, to 0.095 on average over layers 20 to 99: that is tanh without a gain, and it goes on falling.',
          '标准差在下降，第 20 至 99 层平均为 0.095：这是没有增益的 tanh，而且还会继续下降。',
        ),
      ],
      [
        Math.SQRT2,
        both('The std settles at 0.556: √2 is the gain that is meant for ReLU.', '标准差稳定在 0.556：√2 是为 ReLU 准备的增益。'),
      ],
      [
        gain(tanh),
        both(
          'The std settles at 0.628: 1.5925 is the gain that keeps a signal whose std is 1. This one settles lower, where tanh takes less away.',
          '标准差稳定在 0.628：增益 1.5925 恰能保持标准差为 1 的信号。而这里的信号稳定在更低处，tanh 在那里去掉得更少。',
        ),
      ],
      [
        5 / Math.sqrt(3),
        both(
          'The std settles at 0.829: a bound of a uniform law was taken for a std, which makes the weights √3 times too large.',
          '标准差稳定在 0.829：把均匀分布的边界当成了标准差，权值因此放大了 √3 倍。',
        ),
      ],
    ],
    width === 128 && !scaled
      ? both(
          `At 256 units the std settles where it should, and at 128 at ${digits(settled)}: the weights must depend on how many inputs there are.`,
          `宽度为 256 时标准差稳定在应有的位置，宽度为 128 时却稳定在 ${digits(settled)}：权值必须取决于输入的个数。`,
        )
      : settled > PLATEAU
        ? both(`The std settles at ${digits(settled)}: too large a gain.`, `标准差稳定在 ${digits(settled)}：增益太大。`)
        : both(`The std settles at ${digits(settled)}: too small a gain.`, `标准差稳定在 ${digits(settled)}：增益太小。`),
  );

const digits = (value: number): string => String(Number(value.toPrecision(3)));
