import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { diagnose } from '../../../src/claim/diagnosis.ts';
import {
  boundAsStd,
  type Defect,
  Ensembles,
  gradientGrowth,
  ln,
  mean,
  meanRatio,
  type Statement,
  std,
  stdAsBound,
  truncatedUncorrected,
  withGain,
} from '../../../src/claim/index.ts';
import { judgeStatements } from '../../../src/claim/judge.ts';
import { knownRatios } from '../../../src/claim/known-ratio.ts';
import { meanFieldTrace } from '../../../src/claim/mean-field-trace.ts';
import { neededFactor } from '../../../src/claim/needed-variance.ts';
import { kaimingNormal, normal, xavierUniform } from '../../../src/init/index.ts';
import { loadEngine, type Trace } from '../../../src/network/index.ts';
import { fixedPoint, moments } from '../../../src/theory/index.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';
const engine = loadEngine('wasm');
const size = { width: 128, depth: 40, batch: 16 };

/** What is said of an architecture with a defect that does not do what is claimed of it. */
async function diagnosed(architecture: Architecture, says: Statement<Trace>) {
  const ensemble = new Ensembles(seed, () => engine).of(architecture);
  const [evidence] = await judgeStatements(ensemble, [says], { alpha: 1e-3 });
  expect(evidence.verdict).toBe('refuted');
  return diagnose(says, evidence, null, { architecture, traces: ensemble.traces });
}

describe('A claim that fails', () => {
  const xavier = mlp({ ...size, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
  const inverseSqrt = mlp({ ...size, activation: linear, init: normal({ std: 1 / Math.sqrt(size.width) }) });
  const kaiming = mlp({ ...size, activation: relu, init: kaimingNormal() });
  const settles = mean(std.over(20, 39)).within(0.6453, 0.6573);
  const keeps = mean(meanRatio).within(0.98, 1.02);

  const cases: [string, Architecture, Statement<Trace>, Defect<Architecture>, number, string][] = [
    ['the gain of tanh', xavier, settles, withGain(1), 9 / 25, 'the gain left out: 1 for 1.667'],
    ['a bound', xavier, settles, boundAsStd, 3, 'the bound of a uniform law taken for the std'],
    [
      'rescaling',
      inverseSqrt,
      keeps,
      truncatedUncorrected,
      0.77374,
      'normal weights cut at two standard deviations and not rescaled',
    ],
    ['a std', inverseSqrt, keeps, stdAsBound, 1 / 3, 'the std taken for the bound of a uniform law'],
    ['the factor of ReLU', kaiming, keeps, withGain(1), 1 / 2, 'the gain left out: 1 for 1.414'],
    ['another activation', kaiming, keeps, withGain(5 / 3), 25 / 18, 'the gain that is meant for tanh: 1.667 for 1.414'],
  ];

  test.each(cases)(
    'names its mistake by the variance of its weights: %s',
    async (_, architecture, says, defect, ratio, mistake) => {
      const { ratio: found, defects, advice } = await diagnosed(defect.apply(architecture), says);
      expect(Number(found?.lo)).toBeLessThan(ratio);
      expect(Number(found?.hi)).toBeGreaterThan(ratio);
      expect(defects.map(({ en }) => en)).toContain(mistake);
      const factor = /by ([\d.]+)/.exec(advice[0].en)?.[1];
      // The advice has three digits, and undoes the defect as far as the interval knows it.
      expect(Number(factor)).toBeGreaterThan(0.995 / Math.sqrt(Number(found?.hi)));
      expect(Number(factor)).toBeLessThan(1.005 / Math.sqrt(Number(found?.lo)));
    },
  );

  test('although its weights are right says so, and names no mistake of theirs', async () => {
    const { advice } = await diagnosed(inverseSqrt, mean(meanRatio).within(1.005, 1.006));
    expect(advice[0].en).toContain('the weights have the variance that they should');
  });

  test('says after which layer, what was observed and what was expected', async () => {
    const record = await diagnosed(withGain(1).apply(xavier), settles);
    expect(record).toMatchObject({ layer: 39, value: { en: 'the mean of the std averaged over layers 20 to 39' } });
    expect(Number(record.expected)).toBeCloseTo(0.6513, 10);
    expect(Number(record.observed)).toBeLessThan(0.2);
  });

  test('of no network has no weights to speak of', () => {
    const says = mean({ name: { en: 'number' }, read: Number }).within(1, 2) as unknown as Statement<Trace>;
    const evidence = { estimate: 3, band: { lo: 1, hi: 2 } } as never;
    expect(diagnose(says, evidence, 1.5)).toMatchObject({
      layer: null,
      observed: 3,
      expected: 1.5,
      ratio: null,
      defects: [],
      advice: [],
    });
  });
});

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

test('The known ratios are in both languages, and none of them is 1', () => {
  for (const { ratio, mistake } of knownRatios(2, 256)) {
    expect(ratio).not.toBe(1);
    expect(mistake.zh).toMatch(/\p{Script=Han}/u);
  }
});
