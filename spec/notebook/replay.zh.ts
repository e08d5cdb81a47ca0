import type { WordsRecord } from 'gainsay';

export const reproduces = (cell: number, printed: number): WordsRecord => ({
  sentence: `用 PyTorch 的随机数发生器和种子 1，得到第 ${cell} 个单元格打印的 ${printed} 个标准差`,
  because:
    '抽取的数与 PyTorch 逐位相同，只有 float32 矩阵乘法的求和次序不同：每次舍入为 2⁻²⁴ = 6e-8，一个元素约累积 √256 次（1e-6），而 4,096 个元素的标准差又把它们大部分平均掉了。1e-5 为三十层的累积留有余地；换一个种子，差别为 1.8% 到 29%。每个单元格打印的最后一行在原文中被截断，因此略去。',
  teaches: `计算机的随机数全由种子决定，这个单元格打印的 ${printed} 个标准差也是如此：只要知道随机数发生器，以及程序按什么次序取数，换一种语言也能重新算出来。就连程序丢弃的数也算在内：nn.Linear 先抽取自己的默认权值，随后单元格才用自己的权值把它们替换掉。这是对程序的有力检验，却不能作为某种初始化的证据，因为种子 1 只是总体中的一个网络；其他论断都要抽取许多网络。`,
});

export const worst = '与打印的标准差之间的最大相对误差';
