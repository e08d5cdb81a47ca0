import type { WordsRecord } from 'gainsay';

const layer = (activation: string) => (activation === 'relu' ? 'ReLU 层' : '线性层');

export const shrinks = (activation: string, factor: number): WordsRecord => ({
  sentence: `${layer(activation)}，没有偏置：标准差每层变为原来的 ${factor.toFixed(4)} 倍`,
  because:
    'n·Var(w) = 1/3，ReLU 又只留下其中的一半。这个因子按 49 层计算，在网络之间的标准差为 0.3%（线性）和 0.9%（ReLU），有限宽度使它减小 0.1% 和 0.25%。经过 100 层就是 1e-24，用 ReLU 则是 1e-39。',
  teaches: `nn.Linear 自己调用 kaiming_uniform_ 时取 a = √5，权值服从 U(±1/√n)，方差为 1/(3n)：只有线性层保持信号所需的三分之一、ReLU 层所需的六分之一。这是从 Torch 沿袭下来的旧规则，只是改用 Kaiming 的函数来表达。因此信号的标准差每层减少 ${Math.round(100 * (1 - factor))}%，十层之后只剩 ${(100 * factor ** 10).toPrecision(2)}%。在浅层网络或带归一化层的网络里看不出来；没有归一化的深层网络则应当显式地初始化权值。`,
});

export const settlesAtTheBiases = (activation: string): WordsRecord => ({
  sentence: `${layer(activation)}，带有偏置：信号会稳定下来，而任意两个输入都变成同一个`,
  because:
    '二阶矩的递推是线性的，对于对称分布的权值和偏置，在任何宽度下都精确成立；对 30 层取平均之后，q 在网络之间的标准差为 2.1% 到 2.4%。20 层之后，两个输入之差的平方最多只剩 3⁻²⁰：无论输入是什么，输出都是偏置的输出。',
  teaches:
    '带上 nn.Linear 默认的偏置，标准差不再趋于零，逐层画出来看上去很健康。但剩下的只是偏置产生的信号，对每个输入都一样：输入自己的那部分仍在逐层消失，二十层之后任意两个输入的余弦都超过 0.999。所以只看标准差会上当，还应当让两个不同的输入通过网络，看它们是否仍有差别。',
});
