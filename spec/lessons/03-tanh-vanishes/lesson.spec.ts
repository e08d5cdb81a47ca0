import { both, ln, mean, mlp, normal, std, tanh } from 'gainsay';
import { knownFor, lesson } from 'gainsay/lesson';
import { stdAfter } from './exercise.ts';

const network = mlp({ width: 256, depth: 100, activation: tanh, init: normal({ std: 1 / 16 }) });

/** Theory is for infinite width, and for layers far from the first: a third is room for both. */
const ROOM = Math.log(4 / 3);

lesson(
  both('the std after layers 20, 50 and 99 is as predicted', '第 20、50、99 层之后的标准差与预测相符'),
  async ({ refuse, uphold }) => {
    for (const layer of [99, 50, 20]) {
      const predicted = stdAfter(layer);
      if (!(predicted > 0 && predicted < Infinity)) {
        refuse(
          both(
            `A std is a positive number: stdAfter(${layer}) gave ${predicted}.`,
            `标准差是正数：stdAfter(${layer}) 给出 ${predicted}。`,
          ),
        );
      }
      const expected = Math.log(predicted);
      await uphold(network, mean(ln(std.after(layer))).within(expected - ROOM, expected + ROOM), {
        goal: stdAfter,
        unless: ({ estimate }) => mistake(layer, predicted, Math.exp(estimate)),
      });
    }
  },
);

/** What the exponent says: how ln std falls against ln(layer + 1) over the last 80 layers. */
function mistake(layer: number, predicted: number, measured: number) {
  const exponent = Math.log(stdAfter(99) / stdAfter(19)) / Math.log(100 / 20);
  if (exponent < -1.3) {
    return both(
      `You predict a fall that gets steeper and steeper, to ${digits(stdAfter(99))} after layer 99; measured is ${digits(measured)} after layer ${layer}. tanh takes a share away that shrinks with the signal, so this is no exponential: on log-log axes it is a straight line.`,
      `你的预测越降越快，第 99 层之后为 ${digits(stdAfter(99))}；而第 ${layer} 层之后测得 ${digits(measured)}。tanh 去掉的比例随信号一同变小，所以这不是指数衰减：在双对数坐标下它是一条直线。`,
    );
  }
  if (exponent < -0.75) {
    return both(
      `You predict a fall as 1/l, and the signal falls as its root: it is the second moment q that goes as 1/l, and the std is √q.`,
      `你预测按 1/l 下降，而信号按其平方根下降：按 1/l 下降的是二阶矩 q，标准差是 √q。`,
    );
  }
  if (exponent > -0.25) {
    return both(
      `You predict a std that hardly falls, and it falls: ${digits(measured)} after layer ${layer}. |tanh x| is below |x| everywhere, and nothing makes up for that.`,
      `你预测标准差几乎不降，而它在下降：第 ${layer} 层之后为 ${digits(measured)}。|tanh x| 处处小于 |x|，而没有什么来弥补。`,
    );
  }
  return knownFor(
    predicted * Math.sqrt(layer + 1),
    [
      [
        1,
        both(
          `The power is right, the factor is not: measured is ${digits(measured)} after layer ${layer}. tanh² x = x² − ⅔x⁴ + …, and for a normal x of variance q the mean of x⁴ is 3q²: by how much does 1/q grow a layer?`,
          `幂次对了，系数不对：第 ${layer} 层之后测得 ${digits(measured)}。tanh² x = x² − ⅔x⁴ + …，而对方差为 q 的正态 x，x⁴ 的均值为 3q²：1/q 每层增加多少？`,
        ),
      ],
      [
        Math.sqrt(3 / 2),
        both(
          `√(3/(2l)) is what tanh makes of one number that it is put to again and again. A layer mixes 256 of them anew, and the large ones, of which a normal law has some in every layer, lose most.`,
          `√(3/(2l)) 是把 tanh 反复作用于一个数的结果。而每一层都把 256 个数重新混合；正态分布在每一层都有一些大的数，它们损失最多。`,
        ),
      ],
    ],
    both(
      `You predict ${digits(predicted)} after layer ${layer}; measured is ${digits(measured)}.`,
      `你预测第 ${layer} 层之后为 ${digits(predicted)}；测得 ${digits(measured)}。`,
    ),
  );
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
