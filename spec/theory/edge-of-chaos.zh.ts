import type { WordsRecord } from 'gainsay';
import { digits } from './one-layer.ts';

interface Edge {
  /** The activation, as it is written in a sentence. */
  called: string;
  homogeneous: boolean;
  sigmaB: number;
  sigmaW: number;
  q: number;
  slope: number;
}

export const onTheEdge = (edge: Edge): WordsRecord => ({
  sentence: `${edge.called}，σ_b = ${edge.sigmaB}：当 σ_w = ${edge.sigmaW.toFixed(4)} 时 χ₁ = 1，q* = ${digits(edge.q)}`,
  because: `只取恰好在 q* 处的一层，因为 GELU 和 SiLU 的深层网络会逐渐偏离它们的 q*${edge.slope > 1 ? `（这里 V′(q*) = ${digits(edge.slope)} > 1）` : ''}。每层 512 个单元时，二阶矩在各次抽取之间的标准差为 1% 到 3.4%，梯度之比的标准差为 1.9% 到 2.8%，其偏差为 (E[z²φ′²] − E[φ′²])/n，小于 0.3%。`,
  teaches: `χ₁ 是梯度的二阶矩每经过一层所乘的因子。它小于 1 时，梯度消失，不同的输入变成同一个；它大于 1 时，梯度爆炸，相近的输入彼此分开；介于二者之间的混沌边缘上，梯度和输入之间的差别都保持得最久。${where(edge)}`,
});

function where({ called, homogeneous, sigmaB, sigmaW, slope }: Edge): string {
  if (homogeneous) {
    return '对 ReLU 来说，混沌边缘只有一个点：没有偏置，σ_w = √2，也就是 Kaiming 初始化。ReLU 不区分尺度，所以那里的每个 q 都是不动点；若加上偏置，q 就会逐层增长。';
  }
  const point = `对 ${called} 来说，偏置的标准差为 ${sigmaB} 时，它位于 σ_w = ${sigmaW.toFixed(4)}`;
  return slope > 1
    ? `${point}。但 V′(q*) = ${digits(slope)} 大于 1：信号稍大或稍小，都会离 q* 越来越远，深层网络不会停留在那里。若偏置的标准差为 1，混沌边缘上的不动点就是稳定的。`
    : `${point}；又因为 V′(q*) = ${digits(slope)} 小于 1，深层网络会自己趋于 q*。`;
}
