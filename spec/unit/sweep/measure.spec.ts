import { describe, expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { fromJson } from '../../../src/claim/index.ts';
import { type Engine, loadEngine } from '../../../src/network/index.ts';
import { type CellRecord, cellAt, gridOf, measure, type Spread } from '../../../src/sweep/index.ts';
import { chi, linearRatioLaw, type RatioLaw, reluRatioLaw, varianceMap } from '../../../src/theory/index.ts';

const none = (): Promise<Engine> => Promise.reject(new Error('no engine was to be asked for'));

function drawn(given: object, sampler: 'law' | 'weights' = 'law', { seed = '1', index = 0 } = {}): Promise<CellRecord> {
  const grid = gridOf(given);
  return measure(cellAt(grid, index), grid.networks, seed, sampler, sampler === 'law' ? none : loadEngine);
}

/** How many standard errors the mean growth lies from what it should be. With 200 networks |t| > 5 has the probability 1.3e-6. */
const off = ({ growth }: Spread, truth: number) => (fromJson(growth.mean) - truth) / fromJson(growth.standardError);

describe('A cell of known truth', () => {
  const square = { width: 32, depth: 20, batch: 1, networks: 200 };

  test.each<[string, 'law' | 'weights', object, (n: number) => RatioLaw]>([
    ['linear', 'law', { activation: 'linear', sigmaW: 1 }, linearRatioLaw],
    ['linear', 'weights', { activation: 'linear', sigmaW: 1 }, linearRatioLaw],
    ['relu', 'law', { activation: 'relu', init: 'kaiming_normal_' }, reluRatioLaw],
  ])('%s by %s: ln q grows by the ratio law’s E ln a layer, with its spread', async (_, sampler, of, law) => {
    const record = await drawn({ ...square, ...of }, sampler);
    expect(record.sampler).toBe(sampler);
    const { lnMean, lnVariance } = law(32);
    expect(Math.abs(off(record.secondMoment, lnMean))).toBeLessThan(5);
    // Mean field says that it stays: at 32 units the sample is large enough to see that it does not.
    expect(Math.abs(off(record.secondMoment, 0))).toBeGreaterThan(5);
    // 20 independent layers, 200 networks; a sample's std of n nearly normal numbers has the relative error 1/√(2n).
    const error = Math.sqrt(lnVariance / 20 / 200);
    expect(Math.abs(fromJson(record.secondMoment.growth.standardError) / error - 1)).toBeLessThan(5 / Math.sqrt(2 * 200));
  });

  test('linear: the std grows by half of that, forwards and backwards, for directions are isotropic at both ends', async () => {
    const { std, gradientStd } = await drawn({ ...square, activation: 'linear', sigmaW: 1 });
    const { lnMean } = linearRatioLaw(32);
    expect(Math.abs(off(std, lnMean / 2))).toBeLessThan(5);
    expect(Math.abs(off(gradientStd, lnMean / 2))).toBeLessThan(5);
    // A slope of σ_w = 2 adds ln 2 to both, a layer.
    const twice = await drawn({ ...square, activation: 'linear', sigmaW: 2 });
    expect(Math.abs(off(twice.std, lnMean / 2 + Math.LN2))).toBeLessThan(5);
    expect(Math.abs(off(twice.gradientStd, lnMean / 2 + Math.LN2))).toBeLessThan(5);
  });

  test('tanh, σ_w = 5/3: the std rests at its plateau while the gradient explodes, and theory says both', async () => {
    const { std, gradientStd, cosine, theory, nonFinite, dead } = await drawn({
      activation: 'tanh',
      sigmaW: 5 / 3,
      width: 256,
      depth: 50,
      batch: 16,
      networks: 32,
    });
    expect([nonFinite, dead]).toEqual([0, 0]);
    // facts: the plateau is 0.651347; at 256 units its mean is 0.0005 below, and sd(ln std) 0.0079; a median's error is √(π/2) of a mean's.
    const error = (Math.sqrt(Math.PI / 2) * 0.0079 * 0.651347) / Math.sqrt(32);
    expect(Math.abs(fromJson(std.end.median) - 0.651347)).toBeLessThan(5 * error + 0.0006);
    expect(fromJson(std.end.lo)).toBeLessThan(fromJson(std.end.median));
    expect(fromJson(std.end.hi)).toBeGreaterThan(fromJson(std.end.median));
    // Mean field, layer by layer from an input of q = 1; finite width takes no more than the linear network's 1/(2n) a layer from ln std.
    const [w2, step] = [25 / 9, varianceMap(tanh, 25 / 9, 0)];
    const qs = Array.from({ length: 50 }).reduce<number[]>(
      (all) => [...all, all.length === 0 ? w2 : step(all[all.length - 1])],
      [],
    );
    const growth = qs.reduce((sum, q) => sum + Math.log(chi(tanh, w2)(q)) / 2, 0) / 50;
    const slack = 5 * fromJson(gradientStd.growth.standardError) + 1 / 512;
    expect(Math.abs(fromJson(gradientStd.growth.mean) - growth)).toBeLessThan(slack);
    // Independent rows keep a cosine about 0: the mean over the pairs of networks of 256 units is below 1/√256 in all of them.
    expect(Math.abs(fromJson(cosine?.end.median ?? 'NaN'))).toBeLessThan(1 / 16);
    expect(theory).toMatchObject({ fate: 'settles', phase: 'chaotic' });
    expect(theory?.q).toBeCloseTo(1.17848, 5);
    expect(theory?.chi1).toBeCloseTo(1.2098, 4);
  });

  test('linear with biases: independent inputs have the cosine ⅔ after two layers, and 1 − cosine shrinks by √3 a layer', async () => {
    const { cosine } = await drawn({ activation: 'linear', sigmaW: 1, sigmaB: 1, width: 1024, depth: 2, batch: 4, networks: 64 });
    // q: 1, 2, 3; the covariance of two rows: 0, 1, 2. Corrections for finite width are of the order of 1/n: 8 of them are enough.
    const [alike, slack] = [cosine!, 8 / 1024];
    const { mean, standardError } = alike.growth;
    expect(Math.abs(fromJson(mean) + Math.log(3) / 2)).toBeLessThan(5 * fromJson(standardError) + slack);
    // ln(1 − c) has at c = ⅔ the slope −3; its error over two layers is that of the median, or 1/√(π/2) of it.
    const error = (Math.sqrt(Math.PI / 2) * 2 * fromJson(standardError)) / 3;
    expect(Math.abs(fromJson(alike.end.median) - 2 / 3)).toBeLessThan(5 * error + slack);
  });
});

describe('A cell', () => {
  const small = { width: 16, depth: 4, batch: 3, networks: 8 };

  test('that overflows says so: its signal ends at ∞, without growth, cosine or gradient', async () => {
    // The notebook's In [7]: float32 ends at layer 63 at 16 units (facts: ⌈128/log₂√n⌉ − 1), give or take.
    const record = await drawn({ ...small, depth: 80, activation: 'linear', init: 'normal_' });
    expect(record).toMatchObject({ nonFinite: 1, dead: 0, sampler: 'law' });
    expect(record.std).toEqual({
      end: { median: 'Infinity', lo: 'Infinity', hi: 'Infinity', networks: 8 },
      growth: { mean: 'NaN', standardError: 'NaN', networks: 0 },
    });
    expect(record.cosine?.end.networks).toBe(0);
    expect(record.gradientStd.end).toEqual({ median: 'NaN', lo: 'NaN', hi: 'NaN', networks: 0 });
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test('whose last layer is 0 everywhere is dead', async () => {
    const record = await drawn({ ...small, activation: 'relu', sigmaW: 0 });
    expect(record).toMatchObject({ nonFinite: 0, dead: 1, std: { end: { median: 0 }, growth: { networks: 0 } } });
  });

  test('of a batch of one has no cosine, and one of a hundred networks percentiles', async () => {
    const few = await drawn({ ...small, batch: 1, activation: 'tanh', sigmaW: 1 });
    expect([few.cosine, few.range]).toEqual([null, 'min–max']);
    const many = await drawn({ ...small, networks: 100, activation: 'tanh', sigmaW: 1 });
    expect(many.range).toBe('1–99%');
  });

  test('of weights that are not Gaussian is drawn with them, whatever was asked for, and says so', async () => {
    const grid = gridOf({ ...small, activation: 'tanh', init: 'orthogonal_' });
    const record = await measure(cellAt(grid, 0), 8, '1', 'law', () => loadEngine());
    expect(record.sampler).toBe('weights');
    expect(record.theory?.sigmaW).toBeCloseTo(1, 12);
  });

  test('that mean field knows nothing of has no prediction', async () => {
    const grid = gridOf({ ...small, activation: 'tanh', init: 'eye_,constant_:val=0.1,normal_:mean=1' });
    for (const index of [0, 1, 2])
      expect((await measure(cellAt(grid, index), 4, '1', 'law', () => loadEngine())).theory).toBeNull();
  });

  test('draws the same numbers in every grid that has it, and others than its neighbours and for other seeds', async () => {
    const of = { ...small, activation: 'tanh' };
    const alone = await drawn({ ...of, sigmaW: 1.5 });
    const among = await drawn({ ...of, sigmaW: '1,1.5,2' }, 'law', { index: 1 });
    expect(among).toEqual({ ...alone, cell: 1 });
    const { std } = await drawn({ ...of, sigmaW: 1.5 }, 'law', { seed: '2' });
    expect(std).not.toEqual(alone.std);
    // Without a bias a linear network of twice the σ_w would be the same network, scaled, if it were drawn of the same numbers.
    const [one, two] = await Promise.all([1, 2].map((sigmaW) => drawn({ ...small, activation: 'linear', sigmaW })));
    expect(fromJson(two.std.end.median) / 16).not.toBeCloseTo(fromJson(one.std.end.median), 3);
  });
});
