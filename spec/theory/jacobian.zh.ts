import type { WordsRecord } from 'gainsay';

const SPREAD =
  'E m₂ 和 E m₁² 的递推在任何宽度下都精确成立。用 ReLU 时，m₁ 和 m₂ 本身都是重尾的；二者之比也是偏态的，在网络之间的标准差为 4% 到 16%，因此以中位数判定。中位数与 E m₂/E m₁² 相差 1/n 量级的项，64 个单元时为 1% 到 6%，128 个单元时减半：所以 64 个单元时取 ± 15% 的区间，128 个单元时取 ± 12%。';

export const isometry = (width: number): WordsRecord => ({
  sentence: `没有激活函数时，正交权值使每个奇异值都保持为 1（每层 ${width} 个单元）`,
  because: '正交矩阵的乘积仍是正交矩阵；float32 的舍入使 m₂ 偏离 1 约几个 1e-7，而 1e-5 是它的一百倍左右。',
  teaches:
    '输入的微小变化沿每个方向传到输出时会被放大多少倍，由雅可比矩阵的奇异值给出。正交矩阵只旋转或反射，从不拉伸，所以无论乘上多少个，每个方向都保持原来的长度，反向传播的梯度也是如此：这称为动力等距（dynamical isometry）。只要增益变成 1.1，经过五层长度就会变成 1.1⁵ = 1.61 倍。Saxe 等人发现，这样初始化的深层线性网络，所需的训练步数与深度无关。',
});

export const linear = (width: number, ratio: string, sd: number): WordsRecord => ({
  sentence: `高斯权值使奇异值的平方散开，直到 m₂/m₁² ≈ 1 + L = 6（每层 ${width} 个单元）`,
  because: `${SPREAD}E m₁ 恰好等于 1，标准差为 ${sd}。`,
  teaches: `方差为 1/n 的高斯权值使奇异值平方的均值保持为 1，但并不使每个奇异值都为 1：每一层都拉伸某些方向、压缩另一些方向，层与层相乘，差异便越积越大。m₂/m₁² 衡量的正是这种分散程度，全部相等时为 1，五层、每层 ${width} 个单元时为 ${ratio}。所以，平均而言合适的方差并不能带来良好的条件数：梯度在少数方向上很强，在多数方向上却很弱，网络越深越是如此。`,
});

export const relu = (width: number, ratio: string): WordsRecord => ({
  sentence: `用 ReLU 时，高斯权值使奇异值的平方散开，直到 m₂/m₁² ≈ 1 + 2L = 11（每层 ${width} 个单元）`,
  because: SPREAD,
  teaches: `ReLU 对每个输入都关闭大约一半的单元，使该层雅可比矩阵中相应的行变成零。Kaiming 的因子 2 在平均意义上补足了这一损失，奇异值平方的均值仍为 1；但在高斯权值自身造成的分散之外，每层又添上一份，于是 m₂/m₁² 近似为 1 + 2L，而不是 1 + L：五层、每层 ${width} 个单元时为 ${ratio}。所以 Kaiming 的增益保住的是梯度的尺度，而不是它的条件数。`,
});

export const reluOrthogonal = (width: number, ratio: string): WordsRecord => ({
  sentence: `用 ReLU 时，正交权值同样使奇异值的平方散开，直到 m₂/m₁² ≈ 1 + L = 6（每层 ${width} 个单元）`,
  because: SPREAD,
  teaches: `没有激活函数时，正交权值使所有奇异值彼此相等；ReLU 却破坏了这一点：被关闭的单元所带的方向就此丢失，而增益 √2 又把留下的部分放大。五层之后 m₂/m₁² 为 ${ratio}，与没有激活函数的高斯网络相差无几。正交初始化消除了分散的一半，另一半任何增益都消除不了：Pennington 等人证明了 ReLU 网络不可能具有这种性质，而正交权值的 tanh 网络在小信号下可以接近它。`,
});
