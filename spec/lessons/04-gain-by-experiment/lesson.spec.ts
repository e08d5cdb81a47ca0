import { type Activation, both, experiment, gain, judge, mean, proportion, quantity, relu, type Statement, tanh } from 'gainsay';
import { lesson } from 'gainsay/lesson';
import { gainInterval, type Interval } from './exercise.ts';

/** Normal numbers of an experiment. */
const NUMBERS = 1000;

/** Experiments of each activation, all looked at together. */
const EXPERIMENTS = 4096;

const lower = quantity<Interval>('lower end', ({ lo }) => lo);
const width = quantity<Interval>('width', ({ lo, hi }) => hi - lo);

/** At one look. */
const once = (statement: Statement<Interval>) => ({ ...statement, schedule: { first: EXPERIMENTS, cap: EXPERIMENTS } });

for (const activation of [tanh, relu]) {
  const { name } = activation;
  lesson(
    both(
      `the interval for the gain of ${name} holds it in 9 of 10 experiments, and is not too wide`,
      `${name} 增益的区间在十次实验中有九次包含增益，并且不太宽`,
    ),
    async ({ seed, refuse }) => {
      const truth = gain(activation);
      const experiments = experiment(`the gain of ${name}, from ${NUMBERS} normal numbers`, (stream) => {
        const { lo, hi } = gainInterval(activation.phi, stream.normals(new Float64Array(NUMBERS)));
        if (!(lo <= hi)) {
          refuse(
            both(
              `An interval has a lower end and an upper end: this one goes from ${lo} to ${hi}.`,
              `区间有下端和上端：这个区间从 ${lo} 到 ${hi}。`,
            ),
          );
        }
        return { lo, hi };
      });
      const held = quantity<Interval>('interval', ({ lo, hi }) => Number(lo <= truth && truth <= hi));
      const options = { seed, alpha: 1e-6 };
      const holds = await judge(experiments, once(proportion(held, 'holds the gain', (yes) => yes === 1).atLeast(0.9)), options);
      if (holds.verdict !== 'supported') {
        const { estimate } = holds.evidence[0];
        const middle = await judge(experiments, once(mean(lower).above(truth)), options);
        refuse(neverEnough(activation, estimate, middle.verdict === 'supported'), counted(estimate, holds.evidence[0].networks));
      }
      const widest = 2 * widthOfMean(activation);
      const narrow = await judge(experiments, once(mean(width).below(widest)), options);
      if (narrow.verdict !== 'supported') {
        refuse(
          both(
            `It holds the gain, but it says too little: it is ${digits(narrow.evidence[0].estimate)} wide on average, and ${digits(widest / 2)} would do. The error of a mean is the std over √n.`,
            `它包含增益，但说得太少：平均宽 ${digits(narrow.evidence[0].estimate)}，而 ${digits(widest / 2)} 就够了。均值的误差是标准差除以 √n。`,
          ),
        );
      }
    },
  );
}

function neverEnough(activation: Activation, share: number, above: boolean) {
  if (share === 0 && above) {
    return both(
      `It never holds the gain of ${activation.name}, and always lies above it: what keeps a signal is its second moment E[φ²], of which the square of the mean is a part. A std leaves it out.`,
      `它从不包含 ${activation.name} 的增益，而且总在其上方：使信号保持大小的是二阶矩 E[φ²]，均值的平方是其中的一部分，而标准差把它漏掉了。`,
    );
  }
  if (Math.abs(share - 0.683) < 0.08) {
    return both(
      'It holds the gain in two of three experiments, as one standard error either way does: for 95 of 100 it takes 1.96.',
      '它在三次实验中有两次包含增益，正如两侧各取一个标准误差：要在 100 次中有 95 次包含，需取 1.96 个。',
    );
  }
  return share < 0.01
    ? both(
        `It holds the gain of ${activation.name} in hardly any experiment: an estimate is never quite right, and an honest one says by how much it may be wrong.`,
        `它几乎从不包含 ${activation.name} 的增益：估计值从不会完全正确，诚实的估计会说明它可能错多少。`,
      )
    : both(
        `It holds the gain of ${activation.name} in ${Math.round(100 * share)} of 100 experiments, and says 95: an interval that is too sure of itself.`,
        `它在 100 次实验中有 ${Math.round(100 * share)} 次包含 ${activation.name} 的增益，却声称 95 次：这个区间过于自信。`,
      );
}

const counted = (share: number, experiments: number) =>
  both(
    `${Math.round(share * experiments)} of ${experiments} experiments`,
    `${experiments} 次实验中有 ${Math.round(share * experiments)} 次`,
  );

/** Of the interval by the mean's standard error and the slope of 1/√m: m^(−3/2)/2. */
function widthOfMean({ phi }: Activation): number {
  const step = 1e-3;
  let [m, fourth] = [0, 0];
  for (let z = -8; z <= 8; z += step) {
    const density = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * step;
    m += phi(z) ** 2 * density;
    fourth += phi(z) ** 4 * density;
  }
  return 1.96 * Math.sqrt((fourth - m * m) / NUMBERS) * m ** -1.5;
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
