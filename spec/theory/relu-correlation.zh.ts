import type { WordsRecord } from 'gainsay';

export const arcCosineKernel = (c: number, expected: string): WordsRecord => ({
  sentence: `余弦为 ${c} 的输入：经过一层 ReLU 之后，它们的乘积为 ${expected}，由反余弦核给出`,
  because:
    '输入的二阶矩为 1 时，σ_w²·E[φ(u₁)φ(u₂)] 就是这个核，就均值而言在任何宽度下都精确成立。对各单元以及十六个输入的 120 对取平均之后，权值为 32 × 4,096 的层在各次抽取之间的标准差为 0.004（c = 0）、0.018 和 0.031（c = 0.9）。',
  teaches: `ReLU 只让正值通过，输出的各个分量都不为负，因此输出之间比输入之间更相似：余弦由 ${c} 变成 ${expected}，而且以后每一层都会再来一次。当 σ_w² = 2 时，l 层之后的余弦约为 1 − 9π²/(2l²)：差别消退得很慢，不像指数衰减那样快，但终究会消退。Kaiming 的增益能保住信号的标准差，却保不住输入之间的差别；没有残差连接或归一化的深层 ReLU 网络，区分输入的能力会越来越弱。`,
});
