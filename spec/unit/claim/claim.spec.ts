import { describe, expect, test } from 'vitest';
import { relu, tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import {
  against,
  type Claim,
  complaints,
  Ensembles,
  exactly,
  experiment,
  explain,
  instead,
  judgeClaim,
  mean,
  type Population,
  type Progress,
  proportion,
  quantity,
  std,
  statementsOf,
  withGain,
} from '../../../src/claim/index.ts';
import { xavierNormal } from '../../../src/init/index.ts';
import { type BackendChoice, loadEngine } from '../../../src/network/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { ALPHA } from '../../../src/stats/index.ts';
import { numbers, skewed, spread, value, withoutEngine } from './populations.ts';

const low = instead('too low', spread(-5, 0.01));
const high = instead('too high', spread(5, 0.01));

const sound: Claim<Population<number>> = {
  id: 'spec/number',
  sentence: 'the number is near 1',
  of: spread(1, 0.01),
  says: mean(value).within(0.5, 1.5),
  predicts: 1,
  controls: [low, high],
  source: 'this spec',
  because: 'it was made so',
};

const judged = (change: Partial<Claim<Population<number>>> = {}, onLook?: (progress: Progress) => void) =>
  judgeClaim({ ...sound, ...change }, { ensembles: withoutEngine(), rerun: (id) => `again ${id}`, ...(onLook && { onLook }) });

describe('a claim', () => {
  test('that is right, with controls that are refuted, has nothing to complain of', async () => {
    const record = await judged();
    expect(record).toMatchObject({
      id: 'spec/number',
      subject: 'N(1, 0.01²), evenly',
      sentence: 'the number is near 1',
      text: { en: 'the number is near 1' },
      source: 'this spec',
      formula: '',
      because: 'it was made so',
      unit: '',
      kind: 'mean',
      value: 'the mean of the number',
      verdict: 'supported',
      first: 'supported',
      predicted: 1,
      band: { lo: 0.5, hi: 1.5 },
      alpha: ALPHA,
      networks: 8,
      further: [],
      layers: null,
      rerun: 'again spec/number',
    });
    expect(record.sample.length).toBe(8);
    expect(record.controls.map(({ defect, verdict, refutes }) => ({ defect, verdict, refutes }))).toEqual([
      { defect: 'too low', verdict: 'refuted', refutes: [0] },
      { defect: 'too high', verdict: 'refuted', refutes: [0] },
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

describe('a control', () => {
  test('that is supported is a complaint: the statement cannot tell it from the right thing', async () => {
    const record = await judged({ controls: [low, instead('harmless', spread(1.01, 0.01))] });
    expect(record.verdict).toBe('supported');
    expect(complaints(record)).toEqual(['control "harmless" is supported']);
    expect(explain(record)).toMatch(
      /\n {2}the control "harmless" was supported, and must be refuted: the mean of the number is 1\.0\d+, with 8 networks\n/,
    );
  });

  test('that is undecided is one too', async () => {
    const record = await judged({ controls: [low, instead('on the edge', spread(1.5, 0.3))] });
    expect(complaints(record)).toEqual(['control "on the edge" is undecided']);
  });

  test('of several statements is refuted if one of them is, and records which', async () => {
    const isPositive = proportion(value, 'is positive', (x) => x > 0).atLeast(0.5);
    const record = await judged({ says: [mean(value).within(0.5, 1.5), isPositive], predicts: [1, null] });
    expect(record.verdict).toBe('supported');
    expect(record.further.map((one) => [one.value, one.predicted])).toEqual([
      ['the share of networks whose number is positive', null],
    ]);
    expect(statementsOf(record).map((one) => one.kind)).toEqual(['mean', 'proportion']);
    expect(record.controls.map(({ refutes }) => refutes)).toEqual([[0], [0]]);
    // Nothing shows that the second could fail: "too low" refuted the mean at the first look, when the share was still open.
    expect(complaints(record)).toEqual(['no control refutes the share of networks whose number is positive']);
    expect(explain(record)).toContain(
      'no control refutes that the share of networks whose number is positive lies in its band: nothing shows that it could fail',
    );
  });

  test('held against one statement is put to that one alone', async () => {
    const near = mean(value).within(0.5, 1.5);
    const isPositive = proportion(value, 'is positive', (x) => x > 0).atLeast(0.5);
    const record = await judged({ says: [near, isPositive], controls: [high, against(isPositive, low)] });
    expect(record.controls.map(({ refutes }) => refutes)).toEqual([[0], [1]]);
    expect(record.controls[1].value).toBe('the share of networks whose number is positive');
    expect(complaints(record)).toEqual([]);
  });

  test('held against a statement that the claim does not make proves nothing of the claim', async () => {
    const foreign = mean(value).within(100, 200);
    const outcome = await judged({ controls: [low, against(foreign, high)] }).catch((error: unknown) => error);
    // Refused, or recorded without an index of a statement that is not there.
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ParameterError);
    else expect(outcome).toMatchObject({ controls: [{ refutes: [0] }, { refutes: [] }] });
  });

  test('is judged on realisations of its own, and the claim on the shared ones', async () => {
    const ensembles = withoutEngine();
    const context = { ensembles, rerun: String };
    const draws: [number, number][] = [];
    const base = spread(1, 0.01);
    const counted: Population<number> = {
      name: 'counted',
      draw: (seed, from, to) => (draws.push([from, to]), base.draw(seed, from, to)),
    };
    const own = { ...sound, of: counted, controls: [low, { name: 'same', apply: () => counted }] };
    await judgeClaim(own, context);
    expect(draws).toEqual([
      [0, 8],
      [0, 8],
    ]);
    await judgeClaim({ ...own, controls: [low, high] }, context);
    expect(draws.length).toBe(2);
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

describe('a claim about a network', () => {
  const network = mlp({ width: 16, depth: 3, batch: 4, activation: tanh, init: xavierNormal() });
  const ensembles = new Ensembles(process.env['GAINSAY_SEED'] ?? '1', () =>
    loadEngine((process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice),
  );

  test('records its layers, beside what theory and the source say, and is JSON-safe', async () => {
    const looksOf: Progress[] = [];
    const record = await judgeClaim(
      {
        ...sound,
        id: 'spec/network',
        of: network,
        // An std of tanh lies below 1, and over 0 unless every weight is 0.
        says: mean(std.after(2)).within(-20, 20),
        controls: [withGain(1), withGain(2)],
        printed: [0.5, 0.25],
      },
      { ensembles, rerun: String, onLook: (progress) => void looksOf.push(progress) },
    );
    expect(record.subject).toBe('3 layers × 16 units, tanh, xavierNormal(gain 1), batch 4');
    const { layers } = record;
    expect(layers?.median.length).toBe(3);
    expect(layers?.single.length).toBe(3);
    expect(layers?.printed).toEqual([0.5, 0.25]);
    for (const [i, median] of (layers?.median ?? []).entries()) {
      expect(Number(layers?.lo[i])).toBeLessThanOrEqual(Number(median));
      expect(Number(layers?.hi[i])).toBeGreaterThanOrEqual(Number(median));
    }
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    // 8 for the claim, 8 for each control.
    expect(ensembles.networks).toBe(24);
    expect(looksOf.map(({ networks }) => networks)).toEqual([8, 16, 24]);
  });

  test('is named by its widths, where they differ', () => {
    const { name } = ensembles.of(mlp({ width: [784, 256, 10], activation: relu, init: xavierNormal() }));
    expect(name).toMatch(/784.*256.*10/);
  });
});

describe('an experiment', () => {
  test('gives each realisation a stream of its own, by seed and index', async () => {
    const words = experiment('words', (stream) => stream.word());
    const all = await words.draw('1', 0, 6);
    expect(new Set(all).size).toBe(6);
    expect(await words.draw('1', 4, 6)).toEqual(all.slice(4));
    expect(await words.draw('2', 0, 6)).not.toEqual(all);
    expect(words.name).toBe('words');
  });

  test('is drawn once for all who ask for the same', () => {
    const ensembles = withoutEngine();
    expect(ensembles.of(sound.of)).toBe(ensembles.of(sound.of));
    expect(ensembles.apart(sound.of)).not.toBe(ensembles.apart(sound.of));
  });
});
