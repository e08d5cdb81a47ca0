import { type Defect, instead, type Text } from 'gainsay';

/** A defect by another subject in place of the right one: its name, and the mistake that people make which it stands for. */
export type Mistake = <S>(wrong: S) => Defect<S>;

/** A defect by its name and by what it stands for. */
export const mistake =
  (name: Text, stands: Text): Mistake =>
  (wrong) =>
    instead(name, wrong, stands);

export const noActivation: Mistake = mistake(
  { en: 'no activation', zh: '没有激活函数' },
  {
    en: 'A layer worked out, or built, as if it were linear: its activation has been left out.',
    zh: '把一层当作线性层来推导或搭建，漏掉了激活函数。',
  },
);

export const gaussianWeights: Mistake = mistake(
  { en: 'Gaussian weights', zh: '高斯权值' },
  {
    en: 'The right variance taken for all that matters: Gaussian weights keep lengths on average, orthogonal ones keep each.',
    zh: '以为只要方差对就够了：高斯权值只在平均意义上保持长度，正交权值才保持每一个向量的长度。',
  },
);

export const orthogonalWeights: Mistake = mistake(
  { en: 'orthogonal weights', zh: '正交权值' },
  {
    en: 'A result for one law of weights taken for another’s of the same variance: the singular values know the difference.',
    zh: '把一种权值分布的结论搬到方差相同的另一种分布上：二者的奇异值并不相同。',
  },
);

export const halfCosine: Mistake = mistake(
  { en: 'two inputs of cosine ½', zh: '两个余弦为 ½ 的输入' },
  {
    en: 'Any cosine taken for one that a layer keeps: only the fixed point c* is left as it is.',
    zh: '以为任何余弦经过一层都不变：只有不动点 c* 才如此。',
  },
);

export const withoutTheBias: Mistake = mistake(
  { en: 'without the bias', zh: '没有偏置' },
  {
    en: 'A layer analysed by its weights alone, as most papers do, although its framework gives it a bias.',
    zh: '像多数论文那样只分析权值，而框架其实默认给这一层加了偏置。',
  },
);

export const biasLeftOut: Mistake = mistake(
  { en: 'biases left out', zh: '漏掉偏置' },
  {
    en: 'Pre-activations given the covariance of the weights’ part alone, σ²XXᵀ, without the σ_b² that a common bias adds.',
    zh: '预激活的协方差只算了权值那一部分 σ²XXᵀ，没有加上共同偏置带来的 σ_b²。',
  },
);

export const independentRows: Mistake = mistake(
  { en: 'rows of the right lengths, but independent', zh: '各行长度正确，但相互独立' },
  {
    en: 'The inputs of a batch sampled one by one, although all of them go through the same weights.',
    zh: '对一批输入逐个独立抽样，忘了它们经过的是同一组权值。',
  },
);

export const collinearRows: Mistake = mistake(
  { en: 'all rows along the first one', zh: '所有行都沿第一行的方向' },
  {
    en: 'A Cholesky factor cut off after its first column, as a careless treatment of a near-singular Gram matrix does.',
    zh: '格拉姆矩阵接近奇异时处理不当，Cholesky 分解只剩下第一列。',
  },
);

export const anotherWayForward: Mistake = mistake(
  { en: 'the way back of another way forward', zh: '反向传播配上了另一次前向传播' },
  {
    en: 'The way back drawn independently of the way forward, as mean field theory supposes to make gradients tractable.',
    zh: '像平均场理论为便于计算梯度而假设的那样，把反向传播与前向传播当作相互独立。',
  },
);

export const sigmaTooLarge = (percent: number): Mistake =>
  mistake(
    { en: `σ ${percent}% too large`, zh: `σ 偏大 ${percent}%` },
    {
      en: 'Weights of the wrong scale: a fan miscounted, a constant rounded, a gain applied twice.',
      zh: '权值的尺度不对：扇入算错、常数取整，或增益乘了两次。',
    },
  );

export const tooNarrow: Mistake = mistake(
  { en: '32 units', zh: '32 个单元' },
  {
    en: 'A result in the limit of infinite width applied to a narrow network: what it neglects, about 1/n a layer, adds up with depth.',
    zh: '把无限宽极限下的结论用到窄网络上：它所忽略的每层约 1/n 的偏离，会随深度累积。',
  },
);

export const fanOutForFanIn: Mistake = mistake(
  { en: 'fan_out for fan_in', zh: '误用 fan_out 代替 fan_in' },
  {
    en: 'mode="fan_out" copied from code for convolutional networks, or a weight matrix that is stored the other way round.',
    zh: '照抄卷积网络代码里的 mode="fan_out"，或者权值矩阵的行列约定恰好相反。',
  },
);

export const fanInForFanOut: Mistake = mistake(
  { en: 'fan_in for fan_out', zh: '误用 fan_in 代替 fan_out' },
  {
    en: 'The default mode="fan_in" left as it is where it is the gradient that should be kept.',
    zh: '想要保持的是梯度，却沿用了默认的 mode="fan_in"。',
  },
);

export const tooWide: Mistake = mistake(
  { en: '64 units', zh: '64 个单元' },
  {
    en: 'A law that depends on the width taken from a wider network, in which the ratio scatters less.',
    zh: '把与宽度有关的分布从更宽的网络搬过来：在更宽的网络里，这个比值的波动要小。',
  },
);
