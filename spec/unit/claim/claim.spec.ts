import { describe, expect, test } from 'vitest';
import { complaints, exactly, explain, mean, type Progress, proportion, quantity } from '../../../src/claim/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { ALPHA } from '../../../src/stats/index.ts';
import { numbers, skewed, spread, value } from './populations.ts';
import { judged, low } from './sound.ts';

describe('a claim', () => {
  test('that is right, with controls that are refuted, has nothing to complain of', async () => {
    const record = await judged();
    expect(record).toMatchObject({
      id: 'spec/number',
      subject: 'N(1, 0.01²), evenly',
      sentence: 'the number is near 1',
      text: { en: { sentence: 'the number is near 1', because: 'it was made so', teaches: '' } },
      source: 'this spec',
      formula: '',
      unit: '',
      kind: 'mean',
      value: { en: 'the mean of the number' },
      verdict: 'supported',
      first: 'supported',
      predicted: 1,
      band: { lo: 0.5, hi: 1.5 },
      alpha: ALPHA,
      networks: 8,
      further: [],
      layers: null,
      gradient: null,
      histograms: null,
      diagnosis: null,
      place: null,
      rerun: 'again spec/number',
    });
    expect(record.sample.length).toBe(8);
    expect(record.controls.map(({ defect, verdict, refutes }) => ({ defect, verdict, refutes }))).toEqual([
      { defect: { en: 'too low' }, verdict: 'refuted', refutes: [0] },
      { defect: { en: 'too high' }, verdict: 'refuted', refutes: [0] },
    ]);
    expect(record.spent).toBeCloseTo(3 * ALPHA, 20);
    expect(complaints(record)).toEqual([]);
    expect(explain(record)).toBe('');
  });

  test('that is wrong says what was seen, what was claimed, and how to see it again', async () => {
    const record = await judged({ of: numbers('twos', () => 2), formula: 'x', unit: 'm' });
    expect(record).toMatchObject({ verdict: 'refuted', formula: 'x', unit: 'm' });
    expect(complaints(record)).toEqual(['refuted']);
    expect(explain(record)).toBe(
      [
        'spec/number: the number is near 1',
        'of twos',
        '  refuted: the mean of the number is 2, in [2, 2] by t; claimed in [0.5, 1.5]; 8 networks, α = 2e-9',
        'rerun: again spec/number',
      ].join('\n'),
    );
  });

  test('that is undecided says how many networks would probably decide it', async () => {
    const record = await judged({ of: spread(1.4, 0.6), alpha: 1e-6 });
    expect(record.verdict).toBe('undecided');
    expect(record.wanted).toBeGreaterThan(256);
    expect(complaints(record)).toEqual(['undecided']);
    expect(explain(record)).toContain(`\n  about ${record.wanted} networks would probably decide it\n`);
  });

  test('that no number of networks decides says so', async () => {
    const record = await judged({ of: spread(1.5, 0.3) });
    expect(record.wanted).toBeNull();
    expect(explain(record)).toContain(
      '\n  the estimate lies too near an edge of the band for any reasonable number of networks\n',
    );
  });

  test('about a sample too skewed for t says so', async () => {
    const record = await judged({ of: skewed, says: mean(value).within(0.01, 1.99), alpha: 1e-9 });
    expect(record.verdict).toBe('undecided');
    expect(explain(record)).toContain('the sample is too skewed for a t interval');
  });

  test('with an open band says which side is open', async () => {
    const above = await judged({ says: mean(value).above(3) });
    expect(above.band).toEqual({ lo: 3, hi: null });
    expect(explain(above)).toContain('claimed in [3, ∞)');
    const below = await judged({ says: mean(value).below(-3) });
    expect(below.band).toEqual({ lo: null, hi: -3 });
    expect(explain(below)).toContain('claimed in (−∞, -3]');
  });
});
describe('judging a claim', () => {
  test.each(['number', 'Spec/number', 'spec/', 'spec/a b', ''])('refuses the id %j', async (id) => {
    await expect(judged({ id })).rejects.toThrow(ParameterError);
    await expect(judged({ id })).rejects.toThrow(`id must be of the form room/name, in lower case; got ${JSON.stringify(id)}`);
  });

  test.each([0, 1])('refuses %i controls', async (count) => {
    await expect(judged({ controls: [low].slice(0, count) })).rejects.toThrow(
      `controls of spec/number must be two or more; got ${count}`,
    );
  });

  test('tells of every look, the claim’s own and each control’s', async () => {
    const told: Progress[] = [];
    await judged({ of: spread(1, 0.4), alpha: 1e-3 }, (progress) => {
      told.push(progress);
    });
    expect(told.filter(({ defect }) => defect === null).map(({ look }) => look)).toEqual([1, 2, 3].slice(0, told.length - 2));
    expect(told.slice(-2)).toEqual([
      { id: 'spec/number', defect: 'too low', look: 1, networks: 0 },
      { id: 'spec/number', defect: 'too high', look: 1, networks: 0 },
    ]);
  });

  test('spends nothing on what is exact', async () => {
    const record = await judged({ of: numbers('', () => 3), says: exactly(value, 3) });
    expect(record).toMatchObject({ kind: 'exact', alpha: 0, spent: 0, verdict: 'supported', band: { lo: 3, hi: 3 } });
  });
});

describe('the record of a claim', () => {
  const isJson = (record: unknown) => {
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  };

  test('is JSON-safe: what is not finite is a text, an open end null', async () => {
    isJson(await judged());
    isJson(
      await judged({
        of: spread(1.5, 0.3),
        says: [mean(value).above(1.5), proportion(value, 'is 1', (x) => x === 1).atLeast(0.9)],
      }),
    );
    const infinite = await judged({ of: numbers('', (i) => (i ? -Infinity : Number.NaN)), predicts: -Infinity });
    isJson(infinite);
    expect(infinite).toMatchObject({ estimate: 'NaN', predicted: '-Infinity', interval: { lo: 'NaN', hi: 'NaN' } });
    expect(infinite.sample).toEqual(['NaN', ...new Array<string>(7).fill('-Infinity')]);
  });

  test('keeps a sample of up to 256 numbers, and counts a longer one', async () => {
    const many = quantity<number>('number', (x) => x);
    const { sample } = await judged({ of: spread(1.5, 0.3), says: mean(many).within(0.5, 1.5) });
    expect(sample.length).toBe(256);
    const long = { name: 'numbers', readAll: (x: number) => new Array<number>(64).fill(x) };
    const record = await judged({ says: { ...mean(value).within(0.5, 1.5), read: long.readAll } });
    expect(record.sample).toEqual([]);
  });
});
