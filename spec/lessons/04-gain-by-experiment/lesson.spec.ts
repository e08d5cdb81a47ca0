import {
  type Activation,
  both,
  experiment,
  gain,
  judge,
  mean,
  proportion,
  quadratureOf,
  quantity,
  relu,
  type Statement,
  tanh,
  type Text,
} from 'gainsay';
import { given, knownFor, lesson } from 'gainsay/lesson';
import { gainInterval, type Interval } from './exercise.ts';

/** Normal numbers of an experiment. */
const NUMBERS = 1000;

/** Experiments of each activation, all looked at together. */
const EXPERIMENTS = 4096;

const middle = quantity<Interval>('middle', ({ lo, hi }) => (lo + hi) / 2);
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
        const answer = gainInterval(activation.phi, stream.normals(new Float64Array(NUMBERS)));
        const { lo, hi } = given(`gainInterval(${name}, z)`, answer, ENDS, isInterval);
        if (!(lo <= hi)) {
          refuse(
            both(
              `An interval has a lower end and an upper end: this one goes from ${digits(lo)} to ${digits(hi)}.`,
              `区间有下端和上端：这个区间从 ${digits(lo)} 到 ${digits(hi)}。`,
            ),
          );
        }
        return { lo, hi };
      });
      const held = quantity<Interval>('interval', ({ lo, hi }) => Number(lo <= truth && truth <= hi));
      const enough = 1.96 * deviationOfMean(activation);
      const statements = [
        proportion(held, 'holds the gain', (yes) => yes === 1).atLeast(0.9),
        mean(width).below(4 * enough),
        mean(middle).within(truth - enough, truth + enough),
      ].map(once);
      // The last is looked at for its estimate alone.
      const [holds, narrow, around] = (await judge(experiments, statements, { seed, alpha: 1e-7 })).evidence;
      if (holds.verdict !== 'supported') {
        refuse(
          narrow.estimate === 0 ? JUST_ONE : tooSeldom(activation, holds.estimate, around.estimate),
          counted(holds.estimate, holds.networks),
        );
      }
      if (narrow.verdict !== 'supported') {
        refuse(
          both(
            `It holds the gain, but it says too little: it is ${digits(narrow.estimate)} wide on average, and ${digits(2 * enough)} would do. The error of a mean is the std over √n.`,
            `它包含增益，但说得太少：平均宽 ${digits(narrow.estimate)}，而 ${digits(2 * enough)} 就够了。均值的误差是标准差除以 √n。`,
          ),
        );
      }
    },
  );
}

const ENDS = both('an object { lo, hi } of two numbers', '由两个数组成的对象 { lo, hi }');

const isInterval = (value: unknown): value is Interval =>
  typeof value === 'object' && value !== null && 'lo' in value && 'hi' in value && [value.lo, value.hi].every(Number.isFinite);

const JUST_ONE = both(
  'Both ends are the same: an estimate is never quite right, and an honest one says by how much it may be wrong.',
  '两端相同：估计值从不会完全正确，诚实的估计会说明它可能错多少。',
);

/** By what the middle of the interval is, on average, and by how often it holds the gain. */
function tooSeldom(activation: Activation, share: number, around: number) {
  const { name } = activation;
  const [first, second] = momentsOf(activation);
  if (Math.abs(share - 0.683) < 0.08) {
    return both(
      'It holds the gain in two of three experiments, as one standard error either way does: for 95 of 100 it takes 1.96.',
      '它在三次实验中有两次包含增益，正如两侧各取一个标准误差：要在 100 次中有 95 次包含，需取 1.96 个。',
    );
  }
  if (share > 0.01) {
    return both(
      `It holds the gain of ${name} in ${Math.round(100 * share)} of 100 experiments, and says 95: an interval that is too sure of itself.`,
      `它在 100 次实验中有 ${Math.round(100 * share)} 次包含 ${name} 的增益，却声称 95 次：这个区间过于自信。`,
    );
  }
  const [en, zh] = [
    `It lies around ${digits(around)}, and the gain of ${name} is ${digits(gain(activation))}`,
    `区间在 ${digits(around)} 附近，而 ${name} 的增益是 ${digits(gain(activation))}`,
  ];
  const known: [number, Text][] = [
    [
      1 / second,
      both(`${en}: 1/E[φ²] is the gain squared, and its root is missing.`, `${zh}：1/E[φ²] 是增益的平方，还差一个平方根。`),
    ],
    [
      second,
      both(`${en}: that is the second moment itself, of which the gain is 1/√.`, `${zh}：那是二阶矩本身，增益是它的 1/√。`),
    ],
    [
      Math.sqrt(second),
      both(
        `${en}: that is what φ leaves of a signal; the gain makes up for it, and is 1 over it.`,
        `${zh}：那是 φ 给信号留下的部分；增益要弥补它，是它的倒数。`,
      ),
    ],
    [
      1 / Math.sqrt(second - first ** 2),
      both(
        `${en}: what keeps a signal is its second moment E[φ²], of which the square of the mean is a part. A std leaves it out.`,
        `${zh}：使信号保持大小的是二阶矩 E[φ²]，均值的平方是其中的一部分，而标准差把它漏掉了。`,
      ),
    ],
  ];
  // The middle of an interval is as far from the truth as its ends are uneven.
  return knownFor(around, known, both(`${en}.`, `${zh}。`), 0.03);
}

const counted = (share: number, experiments: number) =>
  both(
    `${Math.round(share * experiments)} of ${experiments} experiments`,
    `${experiments} 次实验中有 ${Math.round(share * experiments)} 次`,
  );

/** Of 1/√m, m being the mean of NUMBERS squares, by the slope m^(−3/2)/2. */
function deviationOfMean(activation: Activation): number {
  const [, second, fourth] = momentsOf(activation);
  return (Math.sqrt((fourth - second ** 2) / NUMBERS) * second ** -1.5) / 2;
}

/** E[φ(z)], E[φ(z)²] and E[φ(z)⁴]. */
function momentsOf(activation: Activation): [number, number, number] {
  const square = quadratureOf({ ...activation, phi: (z) => activation.phi(z) ** 2, homogeneous: false });
  return [quadratureOf(activation).mean(1).value, square.mean(1).value, square.product(1, 1).value];
}
const digits = (value: number): string => String(Number(value.toPrecision(3)));
