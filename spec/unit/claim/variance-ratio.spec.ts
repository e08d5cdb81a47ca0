import { describe, expect, test } from 'vitest';
import { gelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { lnEffectiveVariance } from '../../../src/claim/effective-variance.ts';
import { gradientGrowth, ln, std, withGain } from '../../../src/claim/index.ts';
import { knownRatios } from '../../../src/claim/known-ratio.ts';
import { meanFieldTrace } from '../../../src/claim/mean-field-trace.ts';
import { neededFactor } from '../../../src/claim/needed-variance.ts';
import { kaimingNormal, normal } from '../../../src/init/index.ts';
import type { Trace } from '../../../src/network/index.ts';
import { fixedPoint, moments } from '../../../src/theory/index.ts';
import { intervals } from '../stats/fixtures.ts';

describe('The variance that a statement needs', () => {
  const wide = mlp({ width: 64, depth: 60, batch: 4, activation: tanh, init: normal({ std: 1 / 8 }) });

  test('is the one at which mean field gives the value', () => {
    const { secondMoment } = moments(tanh, fixedPoint(tanh, (5 / 3) ** 2));
    const read = (trace: Trace) => std.after(59).read(trace);
    expect(neededFactor(wide, read, Math.sqrt(secondMoment))).toBeCloseTo(25 / 9, 3);
    expect(neededFactor(wide, (trace) => ln(std.after(59)).read(trace), Math.log(secondMoment) / 2)).toBeCloseTo(25 / 9, 3);
  });

  test('is found by the gradient too', () => {
    const line = mlp({ width: 64, depth: 10, batch: 4, activation: linear, init: normal({ std: 1 / 8 }) });
    expect(neededFactor(line, (trace) => gradientGrowth(9, 'input').read(trace), 1.5)).toBeCloseTo(2.25, 3);
  });

  test('is not there where no variance gives the value', () => {
    expect(neededFactor(wide, (trace) => std.after(59).read(trace), 1.5)).toBeNull();
    expect(neededFactor(wide, () => Number.NaN, 1)).toBeNull();
  });
});

describe('The variance that weights behave as if they had', () => {
  const deep = { width: 64, depth: 12, batch: 4, bias: normal({ std: 0.5 }) };

  test.each([tanh, relu, gelu, linear])(
    'is the one of their law in a network of infinite width, beside the biases’: $name',
    (activation) => {
      const architecture = mlp({ ...deep, activation, init: normal({ std: 1 / 8 }) });
      const wrong = withGain(1.5).apply(architecture);
      // ln q of the pre-activations is a root to 1e-5, and what is left when the biases' part is subtracted a quarter of q or more.
      const off = lnEffectiveVariance(architecture, meanFieldTrace(architecture), 0, 11);
      expect(Math.abs(off)).toBeLessThan(4e-5);
      expect(Math.abs(lnEffectiveVariance(architecture, meanFieldTrace(wrong), 0, 11) - Math.log(2.25))).toBeLessThan(4e-5);
    },
  );

  test('is NaN where no layer tells it: a dead network, and one that stopped', () => {
    const architecture = mlp({ ...deep, activation: relu, init: kaimingNormal() });
    const trace = meanFieldTrace(architecture);
    const dead = { ...trace, secondMoment: new Float64Array(12) };
    expect(lnEffectiveVariance(architecture, dead, 0, 11)).toBeNaN();
    expect(lnEffectiveVariance(architecture, { ...trace, firstNonFinite: 3 }, 3, 11)).toBeNaN();
    expect(lnEffectiveVariance(architecture, { ...trace, firstNonFinite: 3 }, 2, 11)).not.toBeNaN();
  });
});

describe('The trace of a network of infinite width', () => {
  test('keeps a second moment of 1 at Kaiming’s variance, forwards and backwards', () => {
    const trace = meanFieldTrace(mlp({ width: 32, depth: 5, batch: 3, activation: relu, init: kaimingNormal() }));
    for (const moment of trace.secondMoment) expect(moment).toBeCloseTo(1, 12);
    for (const moment of trace.gradient?.secondMoment ?? []) expect(moment).toBeCloseTo(1, 12);
    expect(trace.gradient?.input.secondMoment).toBeCloseTo(1, 12);
    // E relu(z) = √(2/(2π)) at E z² = 2, and E relu(z)² = 1.
    for (const one of trace.std) expect(one).toBeCloseTo(Math.sqrt(1 - 1 / Math.PI), 12);
  });

  test('multiplies the gradient by fan_out·Var(w) on its way back', () => {
    const trace = meanFieldTrace(mlp({ width: [10, 40, 20], batch: 3, activation: linear, init: normal({ std: 0.5 }) }));
    expect([trace.gradient?.input.secondMoment, ...(trace.gradient?.secondMoment ?? [])]).toEqual([50, 5, 1]);
    expect([...trace.secondMoment]).toEqual([2.5, 25]);
  });
});

describe('The known ratios', () => {
  test('are in both languages, and none of them is 1', () => {
    for (const { ratio, mistake } of knownRatios(2, [{ fanIn: 256, fanOut: 128 }])) {
      expect(Math.abs(Math.log(ratio))).toBeGreaterThan(1e-3);
      expect(mistake.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test('are of what is needed and of the widths', () => {
    const of = (needed: number, fanOut = 256) =>
      new Map(knownRatios(needed, [{ fanIn: 256, fanOut }]).map(({ ratio, mistake }) => [mistake.en, ratio]));
    expect(of(25 / 9).get('the gain left out: 1 for 1.667')).toBeCloseTo(9 / 25, 14);
    expect(of(25 / 9).get('the gain that is meant for ReLU: 1.414 for 1.667')).toBeCloseTo(18 / 25, 14);
    expect(of(2).get('PyTorch’s default for nn.Linear, U(±1/√fan_in)')).toBeCloseTo(1 / 6, 14);
    expect(of(2).get('the variance passed as the std')).toBe(2 / 256);
    expect(of(2).get('not divided by √fan_in: weights of std 1')).toBe(128);
    expect(of(2, 64).get('fan_out taken for fan_in')).toBeCloseTo(4, 14);
    expect(of(2, 64).get('the mean of fan_in and fan_out taken for fan_in')).toBeCloseTo(1.6, 14);
    expect(of(2).has('fan_out taken for fan_in')).toBe(false);
  });

  test('are told apart, or told once: without a gain, PyTorch’s default is a std taken for a bound', () => {
    const thirds = knownRatios(1.00001, [{ fanIn: 256, fanOut: 256 }]).filter(({ ratio }) => Math.abs(3 * ratio - 1) < 0.01);
    expect(thirds.map(({ mistake }) => mistake.en)).toEqual(['the std taken for the bound of a uniform law']);
  });

  test('of a truncated law is the one that is left of its variance', () => {
    // cephes is right to 1.3e-8 of an sd, which is squared.
    const [cut] = knownRatios(1, [{ fanIn: 4, fanOut: 4 }]).filter(({ mistake }) => mistake.en.includes('cut at two'));
    expect(cut.ratio).toBeCloseTo(intervals.kurtoses.truncatedSd ** 2, 7);
  });
});
