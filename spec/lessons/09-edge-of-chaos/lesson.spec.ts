import { both, chi, gradientGrowth, mean, mlp, normal, Stream, tanh } from 'gainsay';
import { lesson, positive } from 'gainsay/lesson';
import { sigmaW } from './exercise.ts';

const WIDTH = 128;

/** Half way to the nearest wrong answer: χ₁ = 1 at q = 1 and not at q*, whose growth with σ_b = 0.2 is 1.0415 in theory. */
const ROOM = 0.02;

lesson(
  both('the gradient keeps its size on its way back through 100 layers', '梯度在反向经过 100 层时保持大小'),
  async ({ seed, uphold }) => {
    // The last is another one in each run: no list of answers holds it.
    const drawn = Number((0.3 + 0.09 * new Stream(seed, 'sigma_b').uniform()).toFixed(2));
    for (const sigmaB of [0.2, 0.5, drawn]) {
      const std = positive(`sigmaW(${sigmaB})`, sigmaW(sigmaB));
      const network = mlp({
        ...{ width: WIDTH, depth: 100, activation: tanh, batch: 4 },
        init: normal({ std: std / Math.sqrt(WIDTH) }),
        bias: normal({ std: sigmaB }),
      });
      await uphold(network, mean(gradientGrowth(90, 10)).within(1 - ROOM, 1 + ROOM), {
        goal: 1,
        shows: 'gradient std',
        unless: ({ estimate }) => mistake(sigmaB, std, estimate),
      });
    }
  },
);

function mistake(sigmaB: number, std: number, growth: number) {
  const over = growth ** 100;
  const [many, far] = over > 1 ? [`${digits(over)}-fold`, `${digits(over)} 倍`] : [`to ${digits(over)}`, `${digits(over)} 倍`];
  const [en, zh] = [
    `With σ_b = ${sigmaB} and σ_w = ${digits(std)} the gradient's std changes ${growth.toPrecision(4)}-fold a layer on its way back, and ${many} over 100 layers`,
    `σ_b = ${sigmaB}、σ_w = ${digits(std)} 时，梯度的标准差每反向经过一层变为 ${growth.toPrecision(4)} 倍，100 层为 ${far}`,
  ];
  if (Math.abs(chi(tanh, std ** 2)(1) - 1) < 0.01) {
    return both(
      `${en}: your χ₁ is 1 at q = 1, but q is not 1 there. It settles at a fixed point of its own, which depends on σ_w and on σ_b.`,
      `${zh}：你的 χ₁ 在 q = 1 处等于 1，但那里的 q 不是 1。它稳定在自己的不动点上，而不动点取决于 σ_w 和 σ_b。`,
    );
  }
  if (Math.abs(std - 1) < 0.001) {
    return both(
      `${en}: σ_w = 1 is the edge of chaos without biases. Biases make the signal larger, and tanh flatter where it is.`,
      `${zh}：没有偏置时，σ_w = 1 才是混沌边缘。偏置使信号变大，tanh 在那里也更平。`,
    );
  }
  return growth > 1
    ? both(
        `${en}: the signal is steady there, and the gradient is not. This is chaos: make σ_w smaller.`,
        `${zh}：那里信号是稳定的，梯度却不是。这就是混沌：请减小 σ_w。`,
      )
    : both(
        `${en}: all inputs become one on their way, and nothing comes back. This is order: make σ_w larger.`,
        `${zh}：所有输入在途中变得相同，什么也传不回来。这就是有序：请增大 σ_w。`,
      );
}

const digits = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
