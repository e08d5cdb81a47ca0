import { type Mistake, mistake } from '../theory/mistakes.ts';

export const factorsLeftOut: Mistake = mistake(
  { en: 'gain left out, factor 2 left out', zh: '漏掉增益，漏掉因子 2' },
  {
    en: 'The bare formula, 6/(n + n) or 1/n, without what the activation after it calls for.',
    zh: '只写出 6/(n + n) 或 1/n，没有补上其后的激活函数所要求的因子。',
  },
);

export const parametersMixedUp: Mistake = mistake(
  { en: 'std as bound, variance as std', zh: '把标准差当作边界，把方差当作标准差' },
  {
    en: 'The parameters of two laws mixed up: uniform_(−a, a) takes the bound, √3 times the std, and normal_(std) the std, not the variance.',
    zh: '混淆两种分布的参数：uniform_(−a, a) 要的是边界，即标准差的 √3 倍；normal_(std) 要的是标准差，而不是方差。',
  },
);

export const inputTooLarge: Mistake = mistake(
  { en: 'input of std 2', zh: '输入的标准差为 2' },
  {
    en: 'The gain measured on inputs that were not standardised: tanh saturates, and the loss seems larger than it is.',
    zh: '用没有标准化的输入来测增益：tanh 进入饱和区，测得的衰减偏大。',
  },
);

export const inputTooSmall: Mistake = mistake(
  { en: 'input of std ½', zh: '输入的标准差为 ½' },
  {
    en: 'The gain measured on a signal that has shrunk already: there tanh is nearly linear and seems to take little.',
    zh: '用已经衰减了的信号来测增益：此处 tanh 近似线性，测得的衰减偏小。',
  },
);

export const reluForTanh: Mistake = mistake(
  { en: 'ReLU in place of tanh', zh: '用 ReLU 代替 tanh' },
  {
    en: 'A gain borrowed from another activation, as calculate_gain gives it when it is asked for the wrong one.',
    zh: '借用了另一种激活函数的增益，例如向 calculate_gain 传错了名称。',
  },
);

export const saturating: Mistake = mistake(
  { en: 'tanh after every layer', zh: '每层之后都有 tanh' },
  {
    en: 'A guard against NaN taken for a test of the initialisation: what saturates never overflows, however wrong its weights.',
    zh: '以为能查出 NaN 就等于检验了初始化：会饱和的网络从不溢出，无论权值错得多么离谱。',
  },
);

export const anotherSeed: Mistake = mistake(
  { en: 'seed 2', zh: '种子 2' },
  {
    en: 'A number quoted without its seed: another seed draws from the same law, and gives other numbers.',
    zh: '引用一个数却不说明种子：换一个种子，分布不变，得到的却是另一些数。',
  },
);

export const anotherCell = (cell: number): Mistake =>
  mistake(
    { en: `the network of cell ${cell}`, zh: `第 ${cell} 个单元格的网络` },
    {
      en: 'A printout put beside the wrong network, as happens where the cells of a notebook are run out of order.',
      zh: '把打印结果对到了另一个网络上：不按顺序运行笔记本的单元格时，常有这种事。',
    },
  );
