import { both, leakyRelu, mean, meanRatio, meanFieldStd, mlp, normal, Stream } from 'gainsay';
import { lesson, positive } from 'gainsay/lesson';
import { gain } from './exercise.ts';

/** No slope is ReLU, −1 is the absolute value. */
const SLOPES = [0, 0.5, -1];

const WIDTH = 256;

/** Well below half way to the nearest wrong answer: 5/6, of a slope that was not squared. */
const ROOM = 0.05;

lesson(
  both('the second moment of leaky ReLU layers keeps its size, at any slope', '无论斜率如何，Leaky ReLU 各层的二阶矩保持大小'),
  async ({ seed, uphold }) => {
    // The last is another one in each run: no list of answers holds it.
    const drawn = Number((0.6 + 0.2 * new Stream(seed, 'slope').uniform()).toFixed(2));
    for (const slope of [...SLOPES, drawn]) {
      const gained = positive(`gain(${slope})`, gain(slope));
      const activation = leakyRelu(slope);
      const network = (one: number) =>
        mlp({ width: WIDTH, depth: 60, activation, init: normal({ std: one / Math.sqrt(WIDTH) }) });
      const goal = meanFieldStd(network(Math.sqrt(2 / (1 + slope ** 2))));
      await uphold(network(gained), mean(meanRatio).within(1 - ROOM, 1 + ROOM), {
        goal: (layer) => goal[layer],
        unless: () => mistake(slope, gained),
      });
    }
  },
);

function mistake(slope: number, gained: number) {
  const ratio = (gained ** 2 * (1 + slope ** 2)) / 2;
  const is = (other: number) => Math.abs(gained - other) < 1e-6;
  const [en, zh] = [
    `With slope ${slope} the second moment changes ${Number(ratio.toPrecision(3))}-fold in every layer`,
    `斜率为 ${slope} 时，二阶矩每层变为 ${Number(ratio.toPrecision(3))} 倍`,
  ];
  if (slope === -1) {
    return both(
      `${en}: a slope of −1 makes |z|, whose square is z². Squares do not know the sign of a slope.`,
      `${zh}：斜率 −1 给出 |z|，其平方就是 z²。平方不知道斜率的符号。`,
    );
  }
  if (slope !== 0 && is(gain(0))) {
    return both(
      `${en}: your gain is the same for every slope, and what the negative side lets through depends on it.`,
      `${zh}：你的增益对每个斜率都一样，而负半轴放过多少取决于斜率。`,
    );
  }
  if (is(Math.sqrt(2 / (1 + slope)))) {
    return both(
      `${en}: the negative side keeps slope · z, and of its square slope² times as much.`,
      `${zh}：负半轴保留 slope · z，其平方保留的是 slope² 倍。`,
    );
  }
  if (is(1 / Math.sqrt(1 + slope ** 2))) {
    return both(
      `${en}: each side has half of the numbers, so that E[φ²] is (1 + slope²)/2 and not 1 + slope².`,
      `${zh}：两侧各占一半的数，因此 E[φ²] 是 (1 + slope²)/2，而不是 1 + slope²。`,
    );
  }
  if (is(2 / (1 + slope ** 2))) {
    return both(
      `${en}: that is the gain squared: n · Var(w), where a gain is the std times √n.`,
      `${zh}：那是增益的平方，即 n · Var(w)，而增益是标准差乘以 √n。`,
    );
  }
  return both(`${en}.`, `${zh}。`);
}
