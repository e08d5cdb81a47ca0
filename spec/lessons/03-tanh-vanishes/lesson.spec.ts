import { setImmediate } from 'node:timers/promises';
import { both, ln, mean, mlp, normal, std, tanh } from 'gainsay';
import { knownFor, lesson, positive } from 'gainsay/lesson';
import { stdAfter } from './exercise.ts';

const network = mlp({ width: 256, depth: 100, activation: tanh, init: normal({ std: 1 / 16 }) });

/** From far apart: the best of all exponentials misses one of these by 31%, 1/√(2l) and 1/√(2(l + 1)) none by more than 15%. */
const LAYERS = [99, 20, 3];

/** Between the two: what misses by more than a quarter is another law. */
const ROOM = Math.log(5 / 4);

/** Layers that the chart's prediction is read off at: an answer may draw networks, and take its time. */
const SHOWN = [0, 1, 2, 3, 5, 8, 13, 20, 32, 50, 75, 99];

lesson(both('the std after layers 3, 20 and 99 is as predicted', '第 3、20、99 层之后的标准差与预测相符'), async ({ uphold }) => {
  const predictions = new Map(LAYERS.map((layer) => [layer, positive(`stdAfter(${layer})`, stdAfter(layer))]));
  const shown: [number, number][] = [];
  for (const layer of SHOWN) {
    shown.push([layer, predictions.get(layer) ?? Number(stdAfter(layer))]);
    // Between two calls whoever waits can end it.
    await setImmediate();
  }
  for (const [layer, predicted] of predictions) {
    const expected = Math.log(predicted);
    await uphold(network, mean(ln(std.after(layer))).within(expected - ROOM, expected + ROOM), {
      goal: (at) => between(shown, at),
      unless: ({ estimate }) => mistake(layer, predictions, Math.exp(estimate)),
    });
  }
});

/** The prediction at a layer, on a straight line of the log-log chart between those that were asked for. */
function between(shown: readonly [number, number][], layer: number): number {
  const above = Math.max(
    1,
    shown.findIndex(([at]) => at >= layer),
  );
  const [[from, low], [to, high]] = [shown[above - 1], shown[above]];
  const share = Math.log((layer + 1) / (from + 1)) / Math.log((to + 1) / (from + 1));
  return layer === from ? low : layer === to ? high : low * (high / low) ** share;
}

function mistake(layer: number, predictions: ReadonlyMap<number, number>, measured: number) {
  const at = (one: number) => predictions.get(one) ?? NaN;
  const predicted = at(layer);
  const loss = (from: number, to: number) => Math.log(at(from) / at(to)) / (to - from);
  if (loss(20, 99) > 0 && Math.abs(loss(3, 20) / loss(20, 99) - 1) < 0.1) {
    return both(
      `You predict an exponential, ${digits(100 * (1 - Math.exp(-loss(20, 99))))}% less in every layer, and none goes through layers 3, 20 and 99: measured is ${digits(measured)} after layer ${layer}, for which you say ${digits(predicted)}. tanh takes a share away that shrinks with the signal: on log-log axes it is a straight line.`,
      `你预测的是指数衰减，每层减少 ${digits(100 * (1 - Math.exp(-loss(20, 99))))}%，而没有哪条指数曲线能经过第 3、20、99 层：第 ${layer} 层之后测得 ${digits(measured)}，你的预测是 ${digits(predicted)}。tanh 去掉的比例随信号一同变小：在双对数坐标下它是一条直线。`,
    );
  }
  /** How ln std falls against ln(layer + 1) over the last 80 layers. */
  const exponent = Math.log(at(99) / at(20)) / Math.log(100 / 21);
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
    // What these formulas are near to, far from the first layer.
    0.03,
  );
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
