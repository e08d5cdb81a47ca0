import type { WordsRecord } from 'gainsay';
import { digits, rounded } from './one-layer.ts';

/** σ_w, and what mean field says of it. */
interface Point {
  sigmaW: number;
  q: number;
  c: number;
  chi1: number;
}

export const leavesQ = ({ sigmaW, q, chi1 }: Point): WordsRecord => ({
  sentence: `σ_w = ${sigmaW}：一层网络使 q* = ${digits(q)} 保持不变，此处 χ₁ = ${digits(chi1)}`,
  because:
    '所取的输入使预激活的二阶矩恰好等于 q*：在任何宽度下，经过该层之后的二阶矩都是无偏的，每层 512 个单元时，各次抽取之间的标准差为 0.4% 到 1.1%。梯度之比的偏差为 (E[z²φ′²] − E[φ′²])/n，这里小于 0.2%，其标准差为 2% 到 4%。',
  teaches: `平均场理论在很宽的网络里只追踪一个数：预激活的二阶矩 q。一层网络把 q 变成 V(q) = σ_w²·E[φ(√q z)²] + σ_b²，在 V(q) = q 之处 q 不再变化，tanh 网络无论从什么输入出发都会稳定在那里。反向传播时，梯度的二阶矩每层变为原来的 χ₁ 倍，20 层之后约为 ${rounded(chi1 ** 20)} 倍。可见信号稳定与否，并不能说明梯度是否稳定。`,
});

export const leavesC = ({ sigmaW, c, chi1 }: Point): WordsRecord => ({
  sentence: `σ_w = ${sigmaW}：一层网络使两个输入之间的余弦 c* = ${digits(c)} 保持不变`,
  because:
    '所取的十六个输入使预激活的二阶矩和余弦恰好等于 q* 和 c*：在任何宽度下，经过该层之后它们的乘积都是无偏的。权值为 32 × 4,096 的层，c 的 ± 0.02 至少是各次抽取之间标准差的五倍。',
  teaches: `这里 χ₁ = ${digits(chi1)} 大于 1，网络处于混沌相：两个几乎相同的输入逐层分开，两个毫不相干的输入则逐层靠近，直到它们预激活的余弦都等于 c* = ${digits(c)}。c* 之所以大于 0，是因为所有输入共用同一组偏置。到了网络深处，余弦已不再反映两个输入原来有多接近，从一个输入学到的东西也就难以推广到它的近邻；χ₁ 越接近 1，这一过程就越慢。`,
});

export const settles = ({ sigmaW, q, c }: Point, width: number): WordsRecord => ({
  sentence: `σ_w = ${sigmaW}：每层 ${width} 个单元的网络稳定在 q* 和 c*`,
  because:
    '在有限宽度下，q 的均值与 q* 相差 V″·Var(q)/(2(1 − V′))，128 个单元时小于 0.05%；c 的均值与 c* 相差 C″·Var(c)/(2(1 − C′))，128 个单元时不超过 0.005，256 个单元时减半。对 40 层取平均之后，二者在网络之间的标准差分别为 0.4% 到 0.9% 和 0.006 到 0.018；余弦是偏态的，因此以中位数判定。',
  teaches: `平均场理论讲的是无限宽的网络，而实际的网络都是有限宽的。每层只有 ${width} 个单元时，它就已经成立：从第 20 层起，q 平均来说与 q* = ${digits(q)} 相差不到 4%，两个输入的余弦通常与 c* = ${digits(c)} 相差不到 0.05，输入原来的尺度和夹角都被忘掉了。这两个数只需几个积分就能求出，所以深层网络的信号最终会稳定在何处，不必抽取任何权值便可算出来。`,
});

export const ordered = ({ sigmaW, q, chi1 }: Point, width: number): WordsRecord => ({
  sentence: `σ_w = ${sigmaW}：在每层 ${width} 个单元的网络中，任意两个输入都会变成同一个`,
  because: `1 − c 每层缩小为原来的 χ₁ 倍，100 层之后约为原来的 ${digits(chi1 ** 100)} 倍；而在 χ₁ > 1 之处，余弦会稳定在远低于 0.95 的地方。用中位数判定，因为余弦在接近其上界时远不是正态分布。`,
  teaches: `χ₁ 小于 1 时，网络处于有序相：任意两个输入逐层靠近，一百层之后，最后一层对二者给出的几乎是同样的答案。单看每个信号的大小是发现不了的，因为 q 始终稳定在 ${digits(q)}。梯度也在消失，其二阶矩每层变为原来的 χ₁ 倍。Schoenholz 等人发现，这样的网络能够训练的深度约为 ξ_c 的六倍，这里 ξ_c = −1/ln χ₁ = ${digits(-1 / Math.log(chi1))} 层。`,
});
