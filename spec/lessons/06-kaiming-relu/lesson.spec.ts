import { both, meanRatio, mean, mlp, relu, Stream, uniform } from 'gainsay';
import { knownFor, lesson, positive } from 'gainsay/lesson';
import { weightBound } from './exercise.ts';

/** The std of ReLU's outputs where their second moment is 1: what is left of it without the mean, √(1 − 1/π). */
const STD = Math.sqrt(1 - 1 / Math.PI);

lesson(
  both('the second moment of 100 ReLU layers keeps its size, at any width', '无论宽度如何，100 层 ReLU 的二阶矩保持大小'),
  async ({ seed, uphold }) => {
    // The last is another one in each run: no list of answers holds it.
    const drawn = 70 + Math.floor(20 * new Stream(seed, 'width').uniform());
    for (const width of [128, 96, drawn]) {
      const bound = positive(`weightBound(${width})`, weightBound(width));
      const network = mlp({ width, depth: 100, activation: relu, init: uniform({ low: -bound, high: bound }) });
      await uphold(network, mean(meanRatio).within(0.95, 1.05), {
        goal: STD,
        unless: () => mistake(bound, width),
      });
    }
  },
);

function mistake(bound: number, width: number) {
  /** By what the second moment changes a layer, on average: half of width · bound²/3. */
  const ratio = (width * bound ** 2) / 6;
  const [en, zh] = [
    `The second moment changes ${Number(ratio.toPrecision(3))}-fold in every layer of ${width} units`,
    `在宽度为 ${width} 的网络中，二阶矩每层变为 ${Number(ratio.toPrecision(3))} 倍`,
  ];
  if (weightBound(128) === weightBound(256)) {
    return both(
      `${en}: your bound is the same at every width, and must depend on how many inputs there are.`,
      `${zh}：你的边界对每个宽度都一样，而它必须取决于输入的个数。`,
    );
  }
  return knownFor(
    ratio,
    [
      [
        1 / 6,
        both(
          'The second moment falls to a sixth in every layer: U(±1/√fanIn) is how nn.Linear draws. A third is that a bound is no std, and a half is what ReLU takes away.',
          '二阶矩每层降为六分之一：U(±1/√fanIn) 是 nn.Linear 的抽取方式。三分之一是因为边界不是标准差，一半是 ReLU 去掉的。',
        ),
      ],
      [
        1 / 3,
        both(
          'The second moment falls to a third in every layer: √(2/fanIn) is the right std, and here it is the bound of a uniform law, whose variance is bound²/3.',
          '二阶矩每层降为三分之一：√(2/fanIn) 是正确的标准差，而这里它是均匀分布的边界，其方差为 bound²/3。',
        ),
      ],
      [
        1 / 2,
        both(
          'The second moment falls to a half in every layer: half of the numbers are negative, and ReLU sets them to 0.',
          '二阶矩每层降为一半：一半的数是负的，ReLU 把它们置为 0。',
        ),
      ],
      [
        1 / (1 - 1 / Math.PI),
        both(
          'The second moment grows 1.47-fold in every layer: you have kept the variance of the outputs. The next layer sums squares, of the mean too.',
          '二阶矩每层增长 1.47 倍：你保持的是输出的方差。而下一层求的是平方和，均值的平方也在内。',
        ),
      ],
      [
        3,
        both(
          'The second moment grows 3-fold in every layer: the bound is √3 times too large.',
          '二阶矩每层增长 3 倍：边界大了 √3 倍。',
        ),
      ],
    ],
    both(`${en}.`, `${zh}。`),
  );
}
