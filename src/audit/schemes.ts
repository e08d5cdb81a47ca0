import { both } from '../claim/index.ts';
import { calculateGain } from '../init/index.ts';
import { CUT, type NamedLaw, normalOf, truncatedOf, uniformOf } from './named-law.ts';

/** What the laws of a weight depend on. */
export interface Place {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Positions of the kernel; 1 for a dense layer. */
  readonly kernel: number;
  /** Blocks that the tensor's name counts: `h.0` … `h.11` are 12; 0 where it counts none. */
  readonly blocks: number;
}

/** PyTorch's gains, as they are written. */
const GAINS: readonly (readonly [string, number])[] = [
  ['', 1],
  ['gain=5/3', calculateGain('tanh')],
  ['gain=√2', calculateGain('relu')],
];

const BOTH = [
  ['normal', normalOf],
  ['uniform', uniformOf],
] as const;

/** Every law that is drawn on purpose, by those who are known to draw it, for a weight of this place. */
export function schemesOf(place: Place): NamedLaw[] {
  const { fanIn, fanOut } = place;
  return fanIn > 0 && fanOut > 0 ? [...pytorch(place), ...keras(place), ...transformers(place)] : [];
}

function pytorch({ fanIn, fanOut }: Place): NamedLaw[] {
  const average = (fanIn + fanOut) / 2;
  return [
    linearDefault(fanIn),
    ...BOTH.flatMap(([kind, law]) => [
      ...GAINS.map(([gain, factor]) =>
        law(factor / Math.sqrt(average), {
          name: `xavier_${kind}_${gain && `(${gain})`}`,
          meaning: both('Xavier: by the mean of fan_in and fan_out', 'Xavier：按 fan_in 与 fan_out 的平均值'),
        }),
      ),
      law(Math.sqrt(2 / fanIn), {
        name: `kaiming_${kind}_(nonlinearity='relu')`,
        meaning: both('Kaiming for ReLU, by fan_in: keeps the signal', '针对 ReLU 的 Kaiming，按 fan_in：保持信号'),
      }),
      law(Math.sqrt(2 / fanOut), {
        name: `kaiming_${kind}_(mode='fan_out', nonlinearity='relu')`,
        meaning: both('Kaiming for ReLU, by fan_out: keeps the gradient', '针对 ReLU 的 Kaiming，按 fan_out：保持梯度'),
      }),
      law(calculateGain('tanh') / Math.sqrt(fanIn), {
        name: `kaiming_${kind}_(nonlinearity='tanh')`,
        meaning: both('Kaiming for tanh: gain 5/3 by fan_in', '针对 tanh 的 Kaiming：增益 5/3，按 fan_in'),
      }),
      law(1 / Math.sqrt(fanIn), {
        name: `LeCun ${kind}`,
        meaning: both('gain 1 by fan_in: for linear layers and SELU', '增益 1，按 fan_in：用于线性层与 SELU'),
      }),
      law(1 / Math.sqrt(fanOut), {
        name: `kaiming_${kind}_(mode='fan_out', nonlinearity='linear')`,
        meaning: both('gain 1 by fan_out', '增益 1，按 fan_out'),
      }),
    ]),
  ];
}

/** What nn.Linear and the convolutions of PyTorch draw if nobody says otherwise, biases too: kaiming_uniform_(a=√5). */
export function linearDefault(fanIn: number): NamedLaw {
  return uniformOf(1 / Math.sqrt(3 * fanIn), {
    name: 'nn.Linear / nn.Conv default',
    meaning: both("PyTorch's default, U(±1/√fan_in)", 'PyTorch 的默认值 U(±1/√fan_in)'),
  });
}

/** What nn.Embedding draws if nobody says otherwise, and Keras' Embedding. */
export function embeddingDefaults(): NamedLaw[] {
  return [
    normalOf(1, { name: 'nn.Embedding default', meaning: both("PyTorch's default, N(0, 1)", 'PyTorch 的默认值 N(0, 1)') }),
    uniformOf(0.05 / Math.sqrt(3), {
      name: 'Keras Embedding default',
      meaning: both("Keras' default, U(±0.05)", 'Keras 的默认值 U(±0.05)'),
    }),
  ];
}

/** The three of Keras that are normal and cut at two standard deviations, and what TensorFlow.js makes of them. */
const KERAS = [
  ['he_normal', 'heNormal', ({ fanIn }: Place) => Math.sqrt(2 / fanIn)],
  ['glorot_normal', 'glorotNormal', ({ fanIn, fanOut }: Place) => Math.sqrt(2 / (fanIn + fanOut))],
  ['lecun_normal', 'leCunNormal', ({ fanIn }: Place) => Math.sqrt(1 / fanIn)],
] as const;

function keras(place: Place): NamedLaw[] {
  return [
    ...KERAS.map(([name, , std]) =>
      truncatedOf(std(place), {
        name: `Keras ${name}`,
        meaning: both('cut at two standard deviations, and rescaled', '在两个标准差处截断，并重新放大'),
      }),
    ),
    ...KERAS.map(([, name, std]) =>
      truncatedOf(CUT * std(place), {
        name: `TF.js ${name}`,
        meaning: both('cut at two standard deviations, and not rescaled', '在两个标准差处截断，没有重新放大'),
        mistake: both(
          'normal weights cut at two standard deviations and not rescaled: 0.774 of the variance are left',
          '正态权值在两个标准差处截断而没有重新放大：方差只剩 0.774',
        ),
      }),
    ),
  ];
}

function transformers({ blocks }: Place): NamedLaw[] {
  return [
    normalOf(0.02, { name: 'GPT-2', meaning: both('N(0, 0.02²)', 'N(0, 0.02²)') }),
    normalOf(0.02, {
      name: 'ViT trunc_normal_(std=0.02)',
      meaning: both('cut at ±2, a hundred standard deviations: N(0, 0.02²)', '在 ±2 即一百个标准差处截断：N(0, 0.02²)'),
    }),
    truncatedOf(0.02 * CUT, {
      name: 'truncated 0.02',
      meaning: both('N(0, 0.02²) cut at two standard deviations', '在两个标准差处截断的 N(0, 0.02²)'),
    }),
    ...(blocks > 0
      ? [
          normalOf(0.02 / Math.sqrt(2 * blocks), {
            name: 'GPT-2, residual',
            meaning: both(`0.02/√(2·${blocks}), for what is added to the stream`, `0.02/√(2·${blocks})，用于加到残差流上的部分`),
          }),
        ]
      : []),
  ];
}

/** What is drawn for a weight of this place where something else was meant. */
export function mistakesOf({ fanIn, fanOut, kernel }: Place): NamedLaw[] {
  if (fanIn === 0 || fanOut === 0) return [];
  const laws = [
    { std: Math.sqrt(2 / fanIn), name: 'Kaiming' },
    { std: Math.sqrt(1 / fanIn), name: 'LeCun' },
    { std: Math.sqrt(2 / (fanIn + fanOut)), name: 'Xavier' },
  ];
  return laws.flatMap(({ std, name }) => [
    ...BOTH.map(([, law]) =>
      law(std ** 2, {
        name: `${name}, its variance for the std`,
        meaning: both(`the std is ${name}'s variance`, `标准差取成了 ${name} 的方差`),
        mistake: both('the variance passed as the std', '把方差当成标准差传入'),
      }),
    ),
    // A bound of 1/√fan_in is PyTorch's default, and no mistake.
    ...(name === 'LeCun'
      ? []
      : [
          uniformOf(std / Math.sqrt(3), {
            name: `${name}, its std for the bound`,
            meaning: both(`uniform between ± ${name}'s std`, `在 ±${name} 标准差之间均匀分布`),
            mistake: both('the std taken for the bound of a uniform law', '把标准差当成均匀分布的边界'),
          }),
        ]),
    normalOf(Math.sqrt(3) * std, {
      name: `${name}, its bound for the std`,
      meaning: both(`normal, of std √3 times ${name}'s`, `正态分布，标准差为 ${name} 的 √3 倍`),
      mistake: both('the bound of a uniform law taken for the std', '把均匀分布的边界当成标准差'),
    }),
    ...(kernel === 1
      ? []
      : BOTH.map(([, law]) =>
          law(std * Math.sqrt(kernel), {
            name: `${name}, without the kernel`,
            meaning: both('the fans count channels only', '扇入扇出只数了通道'),
            mistake: both('the kernel’s positions left out of fan_in', '计算 fan_in 时漏掉了卷积核的位置数'),
          }),
        )),
  ]);
}
