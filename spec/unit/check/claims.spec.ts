import { describe, expect, test } from 'vitest';
import { claimsOf, LIMITS } from '../../../src/check/claims.ts';
import { until } from '../../../src/check/until.ts';
import { Ensemble, judgeUncontrolled, type Statement } from '../../../src/claim/index.ts';
import type { ModelTrace } from '../../../src/network/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { growing, traceOf, type Written } from './traces.ts';

/** Verdicts on a population whose realisations are `written`, with a growth that differs from network to network by 0.002 a layer. */
async function verdicts(written: (rate: number) => Written, limits: Partial<typeof LIMITS> = {}) {
  const draw = (_: unknown, from: number, to: number) =>
    Promise.resolve(
      Array.from({ length: to - from }, (__, i) => traceOf(written(new Stream(1, `check/${from + i}`).normal() / 500))),
    );
  const drawn = new Ensemble({ name: 'a model', draw }, 1);
  const [first] = await drawn.first(1);
  const judged: Record<string, string> = {};
  for (const claim of claimsOf(first, { ...LIMITS, ...limits })) {
    const { id, verdict, networks } = await judgeUncontrolled(claim, { sample: drawn, subject: 'a model', rerun: 'again' });
    judged[id] = `${verdict} at ${networks}`;
  }
  return judged;
}

const DEPTH = 21;
const steady = (rate: number): Written => ({
  std: growing(rate, DEPTH),
  gradientStd: growing(rate, DEPTH),
  dead: Array<number>(DEPTH).fill(0.5),
  saturated: Array<number>(DEPTH).fill(0.1),
});

describe('a check', () => {
  test('supports a model that carries signal and gradient', async () => {
    expect(await verdicts(steady)).toEqual({
      'check/finite': 'supported at 32',
      'check/forward': 'supported at 8',
      'check/backward': 'supported at 8',
      'check/alive': 'supported at 32',
      'check/unsaturated': 'supported at 32',
    });
  });

  test.each([
    ['a signal that grows', 'forward', (rate: number) => ({ ...steady(rate), std: growing(0.3 + rate, DEPTH) })],
    ['a signal that vanishes', 'forward', (rate: number) => ({ ...steady(rate), std: growing(rate - 0.3, DEPTH) })],
    ['a gradient that explodes', 'backward', (rate: number) => ({ ...steady(rate), gradientStd: growing(rate - 0.3, DEPTH) })],
    ['a gradient that vanishes', 'backward', (rate: number) => ({ ...steady(rate), gradientStd: growing(rate + 0.3, DEPTH) })],
    ['one layer that is dead', 'alive', (rate: number) => ({ ...steady(rate), dead: [0.5, 0.95] })],
    ['one layer that is saturated', 'unsaturated', (rate: number) => ({ ...steady(rate), saturated: [0.1, 0.3] })],
    ['an output that is not finite', 'finite', (rate: number) => ({ ...steady(rate), firstNonFinite: DEPTH - 1 })],
  ])('refutes %s, by check/%s', async (_, room, written) => {
    const judged = await verdicts(written);
    expect(judged[`check/${room}`]).toMatch(/^refuted at (8|32)$/);
  });

  test('lets the output be as it likes: large, saturated, dead', async () => {
    const loud = (rate: number): Written => {
      const { std, saturated, dead } = steady(rate);
      return {
        ...steady(rate),
        std: [...std.slice(0, -1), 1e6],
        saturated: [...(saturated ?? []).slice(0, -1), 1],
        dead: [...(dead ?? []).slice(0, -1), 1],
      };
    };
    expect(Object.values(await verdicts(loud)).every((verdict) => verdict.startsWith('supported'))).toBe(true);
  });

  test('holds the drift to ln factor over the depth: 20 layers from the input to the last before the output', () => {
    const [, forward, backward] = claimsOf(traceOf(steady(0)), { ...LIMITS, within: 3 });
    for (const { says } of [forward, backward]) {
      expect((says as Statement<ModelTrace>).band).toEqual({ lo: -Math.log(3) / 20, hi: Math.log(3) / 20 });
    }
  });

  test('counts the depth from the first point: 19 layers, where an embedding is the first', () => {
    const [, forward] = claimsOf(traceOf({ ...steady(0), inputStd: Number.NaN }), LIMITS);
    expect((forward.says as Statement<ModelTrace>).band.hi).toBe(Math.LN10 / 19);
  });

  test('says nothing of drift, saturation or death where there is none to be seen', async () => {
    const bare = await verdicts(() => ({ std: [1], saturated: [Number.NaN] }));
    expect(Object.keys(bare)).toEqual(['check/finite']);
  });

  test('with eight networks leaves undecided what needs 32', async () => {
    expect(await verdicts(steady, { networks: 8 })).toMatchObject({
      'check/forward': 'supported at 8',
      'check/alive': 'undecided at 8',
    });
  });

  test.each([
    [{ networks: 1 }, 'networks must be at least 2; got 1'],
    [{ networks: 2.5 }, 'networks must be a positive integer; got 2.5'],
    [{ within: 1 }, 'within must be a factor above 1; got 1'],
    [{ within: Infinity }, 'within must be a factor above 1; got Infinity'],
    [{ dead: 1 }, 'dead must be a number in (0, 1); got 1'],
    [{ saturated: 0 }, 'saturated must be a number in (0, 1); got 0'],
    [{ alpha: 0 }, 'alpha must be a number in (0, 1); got 0'],
  ])('refuses the limits %o', (limits, message) => {
    expect(() => claimsOf(traceOf(steady(0)), { ...LIMITS, ...limits })).toThrow(message);
  });
});

describe('until', () => {
  test('draws each realisation once, in order, and no more when the time is over, but two', async () => {
    const asked: number[] = [];
    const told: number[] = [];
    let over = true;
    const draw = (_: unknown, from: number, to: number) => {
      for (let realisation = from; realisation < to; realisation++) asked.push(realisation);
      return Promise.resolve([from]);
    };
    const ensemble = new Ensemble(
      until(
        { name: 'numbers', draw },
        () => over,
        (realisations) => told.push(realisations),
      ),
      1,
    );
    expect(await ensemble.first(8)).toEqual([0, 1]);
    over = false;
    expect(await ensemble.first(4)).toEqual([0, 1, 2, 3]);
    over = true;
    expect(await ensemble.first(16)).toEqual([0, 1, 2, 3]);
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(told).toEqual([1, 2, 3, 4]);
  });
});
