import { describe, expect, test } from 'vitest';
import { meanRatio, rowRatioLnMean, rowRatios, rowRatioSpread, rowRatioSquared, rowSlope } from '../../../src/claim/index.ts';
import { trace } from './traces.ts';

describe('ratios of successive layers', () => {
  test('the mean ratio divides each q by the one before, and the first by the input’s', () => {
    expect(meanRatio.read(trace)).toBeCloseTo((2 + 3 + 1 + 0.5 + 10) / 5, 14);
  });

  test('the row’s ratios are those of row 0 alone, one a layer', () => {
    expect(rowRatios.readAll(trace)).toEqual([2, 2, 0.5, 4, 0.5]);
  });

  test('their spread is the variance of their logarithms, n − 1 in the denominator', () => {
    // In units of ln 2 they are 1, 1, −1, 2, −1: mean 0.4, squares about it 7.2.
    expect(rowRatioSpread.read(trace)).toBeCloseTo((7.2 / 4) * Math.LN2 ** 2, 14);
  });

  test('the mean of their logarithms and of their squares are over the layers', () => {
    expect(rowRatioLnMean.read(trace)).toBeCloseTo(0.4 * Math.LN2, 14);
    expect(rowRatioSquared.read(trace)).toBeCloseTo((4 + 4 + 0.25 + 16 + 0.25) / 5, 14);
  });

  test('the slope against the input is that between rows 0 and 1, after the first layer', () => {
    const input = { ...trace.input, rowSecondMoments: Float64Array.of(0.5, 4.5) };
    expect(rowSlope.read({ ...trace, input })).toBe((2 - 1) / (4.5 - 0.5));
  });
});
