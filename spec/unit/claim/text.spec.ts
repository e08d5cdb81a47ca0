import { describe, expect, test } from 'vitest';
import {
  always,
  average,
  cosine,
  covariance,
  derivative,
  distribution,
  exactly,
  firstNonFinite,
  gradient,
  gradientGrowth,
  jacobianMoment,
  jacobianRatio,
  layersRun,
  ln,
  mean,
  meanGradientRatio,
  meanRatio,
  preActivation,
  proportion,
  quantile,
  quantity,
  rowRatioLnMean,
  rowRatios,
  rowRatioSpread,
  rowRatioSquared,
  rowSlope,
  sameLaw,
  secondMoment,
  std,
  times,
  weightVariance,
} from '../../../src/claim/index.ts';
import { both, chinese } from '../../../src/claim/text.ts';
import { value } from './populations.ts';

const law = { cdf: (x: number) => x };

describe('Chinese words', () => {
  test('stand apart from letters, digits and signs, and not from their own punctuation', () => {
    expect(both('', '第3层之后的q').zh).toBe('第 3 层之后的 q');
    expect(both('', '第 3 层，q（即σ²）的值').zh).toBe('第 3 层，q（即 σ²）的值');
    expect(both('', '⟨h_a, h_b⟩/n的均值').zh).toBe('⟨h_a, h_b⟩/n 的均值');
  });

  test('are the English ones where nobody translated them', () => {
    expect([chinese('loss'), chinese({ en: 'loss' }), chinese({ en: 'loss', zh: '损失' })]).toEqual(['loss', 'loss', '损失']);
    expect(mean(quantity('loss', () => 1)).within(0, 2).value.zh).toBe('loss 的总体均值');
  });

  test('of a quantity say which layers it is about', () => {
    const words = [
      std.after(99),
      ln(std.after(99)),
      std.over(20, 99),
      std.growth(0, 30),
      std.bend(0, 30),
      std.exponent(4, 99),
      times(2.5, secondMoment.after(0), 'σ_w²'),
      preActivation.std.after(2),
      gradientGrowth(99, 'input'),
      gradientGrowth(90, 10),
      jacobianMoment(2),
    ].map(({ name }) => name.zh);
    expect(words).toEqual([
      '第 99 层之后的标准差',
      '第 99 层之后的标准差的对数',
      '标准差在第 20 至 99 层上的平均值',
      '标准差从第 0 层到第 30 层每层增长的倍数',
      '标准差的对数在第 0 至 30 层间的弯曲程度',
      '标准差随深度变化的幂指数（第 4 至 99 层）',
      'σ_w² × 第 0 层之后的 q',
      '第 2 层之后的预激活的标准差',
      '梯度的标准差从第 99 层反传到输入每层增长的倍数',
      '梯度的标准差从第 90 层反传到第 10 层每层增长的倍数',
      '雅可比矩阵的 m₂',
    ]);
  });

  test('of a statement say what of its population is meant', () => {
    const words = [
      mean(std.after(9)).above(1),
      quantile(0.5, std.after(9)).above(1),
      proportion(firstNonFinite, { en: 'is 31', zh: '为 31' }, (layer) => layer === 31).atLeast(0.5),
      distribution(rowRatios).isWithin(0.1, law, 'χ²₈/8'),
      distribution(rowRatios).isWithin(0.1, law, { en: 'the normal law', zh: '正态分布' }),
      sameLaw(std.after(9)).isWithin(0.1),
      weightVariance(rowRatios, 3).within(0, 1),
      exactly(layersRun, 32, 64),
    ].map((statement) => statement.value.zh);
    expect(words).toEqual([
      '第 9 层之后的标准差的总体均值',
      '第 9 层之后的标准差的总体 0.5 分位数',
      '首个标准差非有限的层为 31 的网络所占的比例',
      '单个输入的 q_l/q_{l−1} 的分布与 χ²₈/8 的柯尔莫哥洛夫距离',
      '单个输入的 q_l/q_{l−1} 的分布与正态分布的柯尔莫哥洛夫距离',
      '第 9 层之后的标准差的分布在抽取权值与不抽取权值时的柯尔莫哥洛夫距离',
      '单个输入的 q_l/q_{l−1} 的方差',
      '实际运行的层数（逐一检查 64 个）',
    ]);
  });

  test('of a share are left out where what holds is told in English alone: half a sentence cannot be', () => {
    expect(proportion(value, 'is 1', (x) => x === 1).atLeast(0.5).value).toEqual({
      en: 'the share of networks whose number is 1',
    });
  });

  test('belong to every quantity that the package has', () => {
    const beside = [preActivation, derivative, gradient].flatMap((signal) => Object.values(signal));
    const layerwise = [std, average, secondMoment, covariance, cosine, ...beside];
    const every = [
      ...layerwise.flatMap((one) => [one.after(0), one.over(0, 1), one.growth(0, 1), one.bend(0, 2), one.exponent(0, 1)]),
      ...[firstNonFinite, layersRun, meanGradientRatio, jacobianMoment(1), jacobianRatio],
      ...[meanRatio, rowRatioLnMean, rowRatioSquared, rowRatioSpread, rowSlope],
    ];
    for (const { name } of every) {
      expect(name.zh, name.en).toMatch(/\p{Script=Han}/u);
      expect(always({ name, read: () => 1 }).within(0, 1).value.zh, name.en).toContain(name.zh);
    }
  });
});
