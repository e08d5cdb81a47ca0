import type { WordsRecord } from 'gainsay';
import { digits } from './one-layer.ts';

interface OfQ {
  sigmaW2: number;
  q: number;
  lambdaQ: number;
  leftOfTenth: number;
}

export const ofQ = ({ sigmaW2, q, lambdaQ, leftOfTenth }: OfQ): WordsRecord => ({
  sentence: `σ_w² = ${sigmaW2}：对 q* 的偏离每层变为原来的 ${digits(lambdaQ)} 倍`,
  because:
    '取方向相同的两个输入，它们的 q 分别比 q* 大和小其权值部分的 10%，经过同一层权值：二者之间的斜率，其均值在任何宽度下都等于 V 的差商；权值为 32 × 4,096 的层，各次抽取之间的标准差为 0.005 到 0.01。在混沌边缘，发散的是深度尺度 ξ，λ 则不发散，所以判定的是 λ。',
  teaches: `信号越大，tanh 压缩得越厉害，所以预激活的二阶矩 q 每经过一层都更接近不动点 q* = ${digits(q)}：偏离只剩下原来的 ${digits(lambdaQ)} 倍，10% 的偏离在十层之后约为 ${leftOfTenth}%。无论处于有序相、混沌边缘还是混沌相，都是如此。因此，深层 tanh 网络在最初几层就忘掉了输入的尺度，限制网络深度的并不是信号的大小。`,
});

interface OfC {
  sigmaW2: number;
  c: number;
  chi1: string;
  lambdaC: number;
  xiC: number;
  trainable: number;
}

export const ofC = ({ sigmaW2, c, chi1, lambdaC, xiC, trainable }: OfC): WordsRecord => ({
  sentence: `σ_w² = ${sigmaW2}：对 c* 的偏离${xiC > 1e5 ? '逐层不再缩小，λ_c = 1' : `每层变为原来的 ${digits(lambdaC)} 倍`}`,
  because:
    '所取的十六个输入使预激活的二阶矩和余弦恰好等于 q* 和 c*：σ_w²·φ′(u₁)φ′(u₂) 对各单元和各对输入取平均，其均值在任何宽度下都等于 λ_c；权值为 32 × 4,096 的层，各次抽取之间的标准差为 0.004 到 0.01。',
  teaches: `网络靠预激活的余弦来区分两个输入；余弦趋于不动点 c*，一旦到达，其中就不再含有输入自身的任何信息。每经过一层，偏离变为原来的 λ_c 倍，经过 ξ_c 层变为 1/e。${phase({ c, chi1, xiC, trainable })}`,
});

function phase({ c, chi1, xiC, trainable }: Pick<OfC, 'c' | 'chi1' | 'xiC' | 'trainable'>): string {
  if (xiC > 1e5) {
    return '就 σ_w² 所取的位数而言，这一点位于混沌边缘：λ_c 等于 1，ξ_c 没有上限，输入之间的差别消失得比任何指数衰减都慢，梯度既不消失也不爆炸。能够训练的最深的网络就在这里。';
  }
  const depth = `Schoenholz 等人能够训练的深度约为 6ξ_c，这里是 ${trainable} 层。`;
  return c === 1
    ? `这里 χ₁ = ${chi1} 小于 1，不动点是 c* = 1，所有输入最终都变成同一个；在 c* = 1 处 λ_c 就是 χ₁，所以梯度以同样的速度消失。${depth}`
    : `这里 χ₁ = ${chi1} 大于 1：几乎相同的输入也会分开，直到余弦降为 c* = ${digits(c)}，与此同时梯度爆炸。${depth}`;
}
