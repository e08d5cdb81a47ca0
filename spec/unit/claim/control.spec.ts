import { describe, expect, test } from 'vitest';
import {
  against,
  complaints,
  explain,
  instead,
  judgeClaim,
  mean,
  type Population,
  proportion,
  statementsOf,
} from '../../../src/claim/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { spread, value, withoutEngine } from './populations.ts';
import { high, judged, low, sound } from './sound.ts';

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
    expect(record.further.map((one) => [one.value.en, one.predicted])).toEqual([
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
    expect(record.controls[1].value.en).toBe('the share of networks whose number is positive');
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
    // The claim's first realisation is drawn again, beside those that it was drawn beside, to see that it is the same.
    expect(draws).toEqual([
      [0, 8],
      [0, 8],
      [0, 8],
    ]);
    await judgeClaim({ ...own, controls: [low, high] }, context);
    expect(draws.length).toBe(3);
  });
});
