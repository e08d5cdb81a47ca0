import type { WordsRecord } from 'gainsay';

export const gain: WordsRecord = {
  sentence: 'tanh 使标准正态信号的标准差缩小到 1/1.5925，PyTorch 把这个增益向上取为 5/3，只大了不到 5%',
  because:
    '数值积分给出 1.592537；用 10,000 个数测一次，结果围绕它波动，标准差为 0.0069，± 0.02 约为三倍标准差，而 5/3 = 1.667 还要再远八倍标准差以上。5/3 与它之比为 1.0465，比 5% 只低三分之一个百分点。笔记本打印的 1.5827 是其中的一次抽取，位于 z = −1.4 处。',
  teaches:
    '激活函数使信号变小，增益就是为了补偿而把权值放大的倍数。对 tanh 来说，1.5925 恰好使预激活的标准差逐层保持为 1；PyTorch 的 5/3 比它大将近 5%。这 5% 并不会逐层累乘，因为信号越大，tanh 压得越厉害：它只是使深层网络稳定下来的标准差（tanh 之后）从 0.628 变为 0.651。另外，用一组样本测出的增益只是一次抽取的结果，这里只有前两位数字可信。',
};

export const measured = '用 10,000 个数测得的增益';
export const pytorch = 'PyTorch 表中的增益';
export const excess = 'PyTorch 表中的增益与测得的增益之比';
