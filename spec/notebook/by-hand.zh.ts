import type { WordsRecord } from 'gainsay';

export const byHand: WordsRecord = {
  sentence: '用手写的 Xavier 边界和 Kaiming 标准差抽取的权值，与库函数抽取的逐个相同',
  because:
    '两边从同一个随机数流抽取，又都把参数舍入到 float32，因此逐个元素严格相等。每个矩阵的方差估计，其标准误差为 0.35%（均匀分布）和 0.55%（正态分布）：对一个矩阵而言，± 5% 至少是它的九倍，而这里抽取八个矩阵。',
  teaches:
    'Xavier 初始化和 Kaiming 初始化不过是一种分布，加上一个决定其散布的数；笔记本里各用一行代码手写，抽出来的正是库函数抽出的那些数。手写时容易出错的是这个数：均匀分布由边界给定，边界是标准差的 √3 倍；正态分布由标准差给定，标准差是方差的平方根。单看一个权值发现不了这种错误，但一层 65,536 个权值的方差会立刻把它显示出来，所以先量一量方差，再去看网络。',
};

export const differing = (name: string): string => `不相同的 ${name} 权值个数`;

export const standardised = (name: string): string => `${name} 权值与手写标准差之比`;
