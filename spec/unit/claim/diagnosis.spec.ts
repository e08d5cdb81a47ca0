import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { diagnose } from '../../../src/claim/diagnosis.ts';
import {
  boundAsStd,
  type Defect,
  distribution,
  Ensembles,
  firstNonFinite,
  ln,
  mean,
  meanRatio,
  proportion,
  rowRatios,
  rowRatioSpread,
  sameSeedEveryLayer,
  type Statement,
  std,
  stdAsBound,
  truncatedUncorrected,
  withGain,
} from '../../../src/claim/index.ts';
import { judgeStatements } from '../../../src/claim/judge.ts';
import { kaimingNormal, normal, xavierUniform } from '../../../src/init/index.ts';
import { loadEngine, type Trace } from '../../../src/network/index.ts';
import { reluRatioLaw } from '../../../src/theory/index.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';
const engine = loadEngine('wasm');
const size = { width: 128, depth: 40, batch: 16 };

/** What is said of an architecture with a defect that does not do what is claimed of it. */
async function diagnosed(architecture: Architecture, ...says: Statement<Trace>[]) {
  const ensemble = new Ensembles(seed, () => engine).of(architecture);
  const evidence = await judgeStatements(ensemble, says, { alpha: 1e-3 });
  expect(evidence[0].verdict).toBe('refuted');
  const [failed, ...others] = says.map((statement, i) => ({ statement, evidence: evidence[i], predicted: null }));
  return diagnose(failed, others, { architecture, traces: ensemble.traces });
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

  test.each([
    ['in a band too narrow', inverseSqrt, [mean(meanRatio).within(1.005, 1.006)]],
    ['with one matrix in every layer', sameSeedEveryLayer.apply(kaiming), [mean(rowRatioSpread).within(0.03, 0.05), keeps]],
  ])('although its weights are right says so, and names no mistake of theirs: %s', async (_, architecture, says) => {
    const { ratio, defects, advice } = await diagnosed(architecture, ...says);
    expect(Number(ratio?.lo)).toBeLessThan(1);
    expect(Number(ratio?.hi)).toBeGreaterThan(1);
    expect(defects).toEqual([]);
    expect(advice[0].en).toContain('the weights have the variance that they should');
  });

  test('about one layer looks at all before it, which made what that one shows', async () => {
    const [one, all] = [
      await diagnosed(truncatedUncorrected.apply(inverseSqrt), mean(ln(std.after(39))).within(-1, 1)),
      await diagnosed(truncatedUncorrected.apply(inverseSqrt), keeps),
    ];
    expect(one.layer).toBe(39);
    expect(one.ratio?.estimate).toBeCloseTo(Number(all.ratio?.estimate), 3);
  });

  test('about the law of the ratios should keep the signal’s size, where no statement says which variance it needs', async () => {
    const says = distribution(rowRatios).isWithin(0.1, reluRatioLaw(size.width), 'the law of ReLU’s');
    const { ratio, advice } = await diagnosed(withGain(1).apply(kaiming), says);
    expect(Number(ratio?.needed)).toBeCloseTo(2, 12);
    expect(advice[0].en).toMatch(/^multiply .* to √fan_in·std = 1.41, which keeps the size of the signal$/);
    expect(advice[0].zh).toContain('保持不变');
  });

  test('about a share says nothing of the weights: nobody knows which variance it needs', async () => {
    const says = proportion(firstNonFinite, 'is 31', (layer) => layer === 31).atLeast(0.5);
    expect(await diagnosed(kaiming, says)).toMatchObject({ ratio: null, defects: [], advice: [] });
  });

  test('with fan_out for fan_in is named by it, where layers are not square', async () => {
    const tapered = { width: [256, 192, 144, 108], batch: 16, activation: relu };
    const { defects } = await diagnosed(mlp({ ...tapered, init: kaimingNormal({ mode: 'fan_out' }) }), keeps);
    expect(defects.map(({ en }) => en)).toContain('fan_out taken for fan_in');
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
    expect(diagnose({ statement: says, evidence, predicted: 1.5 }, [])).toMatchObject({
      layer: null,
      observed: 3,
      expected: 1.5,
      ratio: null,
      defects: [],
      advice: [],
    });
  });
});
