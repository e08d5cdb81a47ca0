import { both, firstNonFinite, linear, mlp, normal, overflowLayer, proportion, Stream } from 'gainsay';
import { given, lesson } from 'gainsay/lesson';
import { overflowsAt } from './exercise.ts';

/**
 * Widths at which the layer is the same, whether one thinks of the std or of the largest activation: in the layer before it there are
 * more than 3.3 powers of 2 left, and of 16 · n normal numbers the largest takes 2.2 ± 0.3.
 */
const [WIDTHS, OTHERS] = [
  [256, 160],
  [139, 186, 219],
];

/** More layers than any of these networks gets through. */
const DEPTH = 48;

lesson(
  both('the std is no longer a number at the layer that was predicted', '标准差恰在预测的那一层不再是数'),
  async ({ seed, uphold }) => {
    // The last is another one in each run: no list of answers holds it.
    const drawn = OTHERS[Math.floor(OTHERS.length * new Stream(seed, 'width').uniform())];
    for (const width of [...WIDTHS, drawn]) {
      const predicted = given(`overflowsAt(${width})`, overflowsAt(width), INDEX, isIndex);
      const network = mlp({ width, depth: DEPTH, activation: linear, init: normal({ std: 1 }) });
      await uphold(
        network,
        proportion(firstNonFinite, both(`is ${predicted}`, `为 ${predicted} `), (layer) => layer === predicted).atLeast(2 / 3),
        { goal: (layer) => Math.sqrt(width) ** (layer + 1), unless: () => mistake(predicted, width) },
      );
    }
  },
);

const INDEX = both('the index of a layer, a whole number from 0 on', '层的编号，即从 0 开始的整数');

const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function mistake(predicted: number, width: number) {
  const first = overflowLayer(width);
  if (predicted === first + 1) {
    return both(
      `You said ${predicted}, one too many: after layer 0 the signal has been through one layer already.`,
      `你的答案是 ${predicted}，多了一：信号在第 0 层之后就已经过了一层。`,
    );
  }
  if (predicted === first - 1) {
    return both(
      `You said ${predicted}, one too few: no number of that layer is beyond 2¹²⁸ yet.`,
      `你的答案是 ${predicted}，少了一：那一层还没有超出 2¹²⁸ 的数。`,
    );
  }
  if (Math.abs(predicted - first / 2) <= 1) {
    return both(
      `You said ${predicted}, half of what it takes: the std grows by the root of the width, √${width}, and not by the width.`,
      `你的答案是 ${predicted}，只有所需的一半：标准差按宽度的平方根 √${width} 增长，而不是按宽度增长。`,
    );
  }
  if (Math.abs(predicted - overflowLayer(width, 'float64')) <= 1) {
    return both(
      `You said ${predicted}, which is where float64 ends, at 2¹⁰²⁴: networks are computed in float32.`,
      `你的答案是 ${predicted}，那是 float64 的尽头 2¹⁰²⁴：网络是用 float32 计算的。`,
    );
  }
  if (predicted === overflowLayer(256)) {
    return both(
      `${predicted} is right for 256 units; ${width} units grow more slowly, √${width} a layer.`,
      `${predicted} 对宽度 256 是对的；宽度 ${width} 增长得慢一些，每层 √${width} 倍。`,
    );
  }
  return both(
    `You said ${predicted}. Look at the chart: how many powers of 2 does the std gain in a layer, and how many has float32?`,
    `你的答案是 ${predicted}。看看图：标准差每层增加 2 的几次方？float32 一共有多少次方？`,
  );
}
