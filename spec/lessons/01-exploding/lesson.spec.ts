import { both, growsBy, linear, mlp, normal, Stream } from 'gainsay';
import { knownFor, lesson, positive } from 'gainsay/lesson';
import { weightStd } from './exercise.ts';

lesson(
  both('a signal leaves 100 linear layers as large as it came, at any width', '无论宽度如何，信号经过 100 个线性层后大小不变'),
  async ({ seed, uphold }) => {
    // The last is another one in each run: no list of answers holds it.
    const drawn = 110 + Math.floor(100 * new Stream(seed, 'width').uniform());
    for (const width of [256, 100, drawn]) {
      const std = positive(`weightStd(${width})`, weightStd(width));
      const network = mlp({ width, depth: 100, activation: linear, init: normal({ std }) });
      await uphold(network, growsBy(1, { within: 1.02 }), { goal: 1, unless: () => mistake(std, width) });
    }
  },
);

function mistake(std: number, width: number) {
  /** By what the std grows a layer. */
  const growth = Math.sqrt(width) * std;
  if (width !== 256 && std === weightStd(256)) {
    return both(
      `With 256 units the signal keeps its size; with ${width} its std changes ${growth.toPrecision(3)}-fold in every layer: the std of the weights must depend on how many inputs there are.`,
      `宽度为 256 时信号大小不变；宽度为 ${width} 时，标准差每层变为 ${growth.toPrecision(3)} 倍：权值的标准差必须取决于输入的个数。`,
    );
  }
  return knownFor(
    growth,
    [
      [
        Math.sqrt(width),
        both(
          `The std grows ${digits(Math.sqrt(width))}-fold in every layer, and ${digits(Math.sqrt(width))} is √${width}: each output is a sum of ${width} products, and a sum of independent terms grows with the root of how many they are.`,
          `标准差每层增长 ${digits(Math.sqrt(width))} 倍，而 ${digits(Math.sqrt(width))} 正是 √${width}：每个输出是 ${width} 个乘积之和，独立项之和随项数的平方根增长。`,
        ),
      ],
      [
        1 / Math.sqrt(width),
        both(
          `The std falls to 1/√${width} of itself in every layer: 1/${width} is right for a variance, and was taken for a std.`,
          `标准差每层降为原来的 1/√${width}：1/${width} 作为方差是对的，却被当成了标准差。`,
        ),
      ],
      [
        Math.SQRT2,
        both(
          'The std grows √2-fold in every layer: the factor 2 makes up for the half that a ReLU takes away, and here there is none.',
          '标准差每层增长 √2 倍：因子 2 是用来弥补 ReLU 去掉的一半的，而这里没有 ReLU。',
        ),
      ],
      [
        1 / Math.sqrt(3),
        both(
          'The std falls to 1/√3 of itself in every layer: it is that of a uniform law whose bound is 1/√fanIn, which is how nn.Linear draws.',
          '标准差每层降为原来的 1/√3：这是以 1/√fanIn 为边界的均匀分布的标准差，nn.Linear 正是这样抽取的。',
        ),
      ],
    ],
    both(
      `The std changes ${growth.toPrecision(4)}-fold in every layer of ${width} units, and 100 layers multiply that 100 times.`,
      `在宽度为 ${width} 的网络中，标准差每层变为 ${growth.toPrecision(4)} 倍，而 100 层会把它连乘 100 次。`,
    ),
  );
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
