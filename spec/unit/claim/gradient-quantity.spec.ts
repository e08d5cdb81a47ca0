import { describe, expect, test } from 'vitest';
import { gradientGrowth, jacobianMoment, jacobianRatio, meanGradientRatio } from '../../../src/claim/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { probed, trace } from './traces.ts';

describe('gradientGrowth', () => {
  test('is the geometric mean of the factor a layer on the way back, to a layer or to the input', () => {
    expect(gradientGrowth(4, 0).read(probed)).toBeCloseTo(2, 14);
    expect(gradientGrowth(3, 2).read(probed)).toBeCloseTo(2, 14);
    expect(gradientGrowth(4, 'input').read(probed)).toBeCloseTo(2, 14);
    expect(gradientGrowth(0, 'input').read(probed)).toBeCloseTo(2, 14);
  });

  test('says in words from where to where, and needs the gradient', () => {
    const whole = gradientGrowth(99, 'input');
    expect(whole.name.en).toBe("growth of the gradient's std a layer, back from layer 99 to the input");
    expect(gradientGrowth(90, 10).name.en).toContain('from layer 90 to layer 10');
    expect(whole.needs).toEqual(['gradient']);
  });

  test('is NaN without a gradient, and beyond the last layer', () => {
    expect(gradientGrowth(4, 0).read(trace)).toBeNaN();
    expect(gradientGrowth(5, 0).read(probed)).toBeNaN();
  });

  test('runs backwards: to must come before from', () => {
    expect(() => gradientGrowth(3, 3)).toThrow(ParameterError);
    expect(() => gradientGrowth(3, 4)).toThrow('to must be a layer before from, for gradients run backwards; got [3, 4]');
    expect(() => gradientGrowth(-1, 'input')).toThrow('from must be an integer ≥ 0; got -1');
  });
});

describe('meanGradientRatio', () => {
  test('divides each layer’s q before by that after, the input’s first', () => {
    expect(meanGradientRatio.read(probed)).toBe(4);
    expect(meanGradientRatio.needs).toEqual(['gradient']);
  });

  test('is NaN without a gradient, and where the realisation stopped', () => {
    expect(meanGradientRatio.read(trace)).toBeNaN();
    const nowhere = { ...probed.gradient!, secondMoment: new Float64Array() };
    expect(meanGradientRatio.read({ ...probed, gradient: nowhere })).toBeNaN();
  });
});

describe('jacobianMoment', () => {
  test('m_k is the mean of the singular values’ 2k-th powers', () => {
    expect([0, 1, 2, 3].map((k) => jacobianMoment(k).read(probed))).toEqual([1, 10 / 3, 82 / 3, 730 / 3]);
    expect(jacobianMoment(2).name.en).toBe('m₂ of the Jacobian');
    expect(jacobianMoment(12).name.en).toBe('m_12 of the Jacobian');
    expect(jacobianMoment(1).needs).toEqual(['jacobian']);
  });

  test('their ratio is m₂/m₁²', () => {
    expect(jacobianRatio.read(probed)).toBeCloseTo(82 / 3 / (10 / 3) ** 2, 14);
  });

  test('is NaN where there are none', () => {
    expect(jacobianMoment(1).read({ ...probed, singularValues: new Float64Array() })).toBeNaN();
    expect(jacobianMoment(1).read(trace)).toBeNaN();
  });
});
