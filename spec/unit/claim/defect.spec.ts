import { describe, expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import {
  against,
  boundAsStd,
  type Defect,
  instead,
  mean,
  sameSeedEveryLayer,
  shrinkingBy,
  std,
  stdAsBound,
  truncatedUncorrected,
  withGain,
  withInit,
} from '../../../src/claim/index.ts';
import { textOf } from '../../../src/claim/text.ts';
import { type Law, normal, weight, xavierNormal, xavierUniform } from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { Stream } from '../../../src/random/index.ts';
import { dkw, meanSquare } from '../../../src/stats/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';
import { intervals } from '../stats/fixtures.ts';

/** Rounding to float32. */
const FLOAT32 = 2 ** -24;
const ALPHA = 1e-10;
const seed = process.env['GAINSAY_SEED'] ?? '1';

const right = mlp({ width: [40, 160, 256, 96], activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });

const lawsOf = ({ layers }: Architecture) => layers.map(({ init, fanOut, fanIn }) => init.law([fanOut, fanIn]));
/** std of the defective law over that of the right one, layer by layer. */
const shares = (defect: Defect<Architecture>) => {
  const rightly = lawsOf(right);
  return lawsOf(defect.apply(right)).map((law, layer) => law.std / rightly[layer].std);
};

describe('a defect', () => {
  test.each<[Defect<Architecture>, string, number, Law['family']]>([
    [truncatedUncorrected, 'cut at ±2σ and not rescaled', intervals.kurtoses.truncatedSd, 'truncated normal'],
    [stdAsBound, 'std used as the bound of a uniform law', 1 / Math.sqrt(3), 'uniform'],
    [boundAsStd, 'bound of the uniform law used as std', Math.sqrt(3), 'normal'],
    [withInit('another', normal({ std: 2 })), 'another', Number.NaN, 'normal'],
  ])('has the std that its name says, in every layer: %#', (defect, name, share, family) => {
    expect(textOf(defect.name).en).toBe(name);
    expect(lawsOf(defect.apply(right)).map((law) => law.family)).toEqual([family, family, family]);
    if (Number.isNaN(share)) expect(lawsOf(defect.apply(right)).map((law) => law.std)).toEqual([2, 2, 2]);
    // Right and defective parameters are each rounded to float32, a uniform law's twice; the truncated sd comes by cephes.
    else for (const found of shares(defect)) expect(relativeError(found, share)).toBeLessThanOrEqual(4 * FLOAT32 + CEPHES);
  });

  test('of a wrong gain has std·√fan_in = gain in every layer, whatever the right law was', () => {
    for (const gain of [1, 1.5, 5 / 3]) {
      const wrong = withGain(gain).apply(right);
      lawsOf(wrong).forEach(({ std: found, family }, layer) => {
        expect(relativeError(found * Math.sqrt(right.layers[layer].fanIn), gain)).toBeLessThanOrEqual(4 * Number.EPSILON);
        expect(family).toBe('uniform');
      });
    }
    expect([withGain(1.5).name, withGain(5 / 3).name]).toEqual([
      { en: 'gain 1.5', zh: '增益 1.5' },
      { en: 'gain 1.6667', zh: '增益 1.6667' },
    ]);
    expect(withGain(1.5).apply(right).layers[0].init.name).toMatch(/^xavierUniform\(gain 1.667\) × /);
  });

  test('says in both languages what people do who make it', () => {
    for (const { name, stands } of [withGain(1), withGain(2), shrinkingBy(0.1), truncatedUncorrected, stdAsBound, boundAsStd]) {
      for (const text of [textOf(name), stands]) {
        expect(text?.en).toMatch(/\w/);
        expect(text?.zh).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(withInit('another', normal()).stands).toBeUndefined();
  });

  test('that shrinks has (1 − share)^layer of the std', () => {
    shares(shrinkingBy(0.01)).forEach((share, layer) => {
      expect(relativeError(share, 0.99 ** layer)).toBeLessThanOrEqual(4 * Number.EPSILON);
    });
    expect([shrinkingBy(0.01).name, shrinkingBy(0.07).name].map((name) => textOf(name).en)).toEqual([
      'std shrinks by 1% a layer',
      'std shrinks by 7% a layer',
    ]);
  });

  test.each([withGain(1.5), shrinkingBy(0.1), truncatedUncorrected, stdAsBound, boundAsStd])(
    'draws from the law that it states, and not from the right one: %#',
    (defect) => {
      const layer = 2;
      const wrong = defect.apply(right).layers[layer];
      const shape = [wrong.fanOut, wrong.fanIn];
      const law = wrong.init.law(shape);
      const weights = weight(wrong.init, shape, new Stream(seed, `defect/${textOf(defect.name).en}`));
      const variance = (of: Law) =>
        meanSquare(
          Array.from(weights, (w) => (w / of.std) ** 2),
          of.kurtosis,
          ALPHA,
        ).interval;
      expect(variance(law).lo).toBeLessThanOrEqual(1);
      expect(variance(law).hi).toBeGreaterThanOrEqual(1);
      expect(dkw(Array.from(weights), law, ALPHA).interval.lo).toBe(0);
      const { lo, hi } = variance(lawsOf(right)[layer]);
      expect(lo > 1 || hi < 1).toBe(true);
    },
  );

  test('that scales draws the same weights times a factor', () => {
    const shape = [160, 40];
    const [before, after] = [right, withGain(1).apply(right)].map(({ layers }) =>
      weight(layers[0].init, shape, new Stream(1, 'scaled')),
    );
    const factor = 1 / (lawsOf(right)[0].std * Math.sqrt(40));
    expect(after).toEqual(before.map((w) => w * factor));
  });

  test('of one seed in every layer uses one stream, and changes nothing else', () => {
    const { layers } = sameSeedEveryLayer.apply(right);
    expect(layers).toEqual(right.layers.map((layer) => ({ ...layer, stream: 0 })));
  });

  test('leaves the right architecture as it is', () => {
    const before = right.layers.map((layer) => ({ ...layer }));
    for (const defect of [withGain(2), stdAsBound, sameSeedEveryLayer]) defect.apply(right);
    expect(right.layers).toEqual(before);
  });

  test('may be another subject altogether', () => {
    const other = mlp({ width: 4, depth: 2, init: xavierNormal() });
    expect(instead('other', other).name).toBe('other');
    expect(instead('other', other).apply(right)).toBe(other);
  });

  test('may be held against one statement', () => {
    const statement = mean(std.after(0)).below(1);
    expect(against(statement, stdAsBound)).toEqual({ ...stdAsBound, against: statement });
  });

  test.each([0, -1, Number.NaN, Infinity])('refuses a gain of %d', (gain) => {
    expect(() => withGain(gain)).toThrow(ParameterError);
    expect(() => withGain(gain)).toThrow(`gain must be a finite number > 0; got ${gain}`);
  });

  test('refuses a share of NaN', () => {
    expect(() => shrinkingBy(Number.NaN)).toThrow('share must be a finite number; got NaN');
  });
});
