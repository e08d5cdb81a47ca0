import { mean, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { baselineOf } from '../../../src/check/baseline.ts';
import { changesOf } from '../../../src/check/changes.ts';
import { FALSE_ALARM, limitsOf, MISSED, movesOf, unmoved } from '../../../src/check/moved.ts';
import { movesInWords } from '../../../src/check/moves-in-words.ts';
import { stillOf } from '../../../src/check/outdated.ts';
import { judgeUncontrolled } from '../../../src/claim/index.ts';
import type { ModelTrace } from '../../../src/network/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { BUDGET, welch } from '../../../src/stats/index.ts';
import { traceOf } from './traces.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';
const MADE = { gainsay: '0.1.0', command: 'npx gainsay check m.ts', date: '2026-11-23', seed: '1', backend: 'wasm' };
const INPUT = '16 examples of N(0, 1) numbers';
const NETWORKS = 32;

/** Five layers, each of which changes the signal by a factor e^N(0, 0.1²), and whose kernels' ln std varies by 0.01. */
function population(label: string, { kernel = 0, step = 0 } = {}, networks = NETWORKS): ModelTrace[] {
  return Array.from({ length: networks }, (_, network) => {
    const stream = new Stream(seed, `moved/${label}/${network}`);
    const walk = (by: number) => {
      let ln = 0;
      return Array.from({ length: 5 }, (__, layer) => Math.exp((ln += stream.normal() / 10 + (layer === 2 ? by : 0))));
    };
    const kernelStd = Array.from({ length: 5 }, (__, layer) => Math.exp(stream.normal() / 100 + (layer === 3 ? kernel : 0)) / 8);
    return traceOf({ std: walk(step), gradientStd: walk(0), kernelStd });
  });
}

const before = baselineOf(population('before'), 'm.ts', INPUT, MADE);

async function judged(traces: readonly ModelTrace[], baseline = before) {
  const first = (n: number) => Promise.resolve(traces.slice(0, n));
  return judgeUncontrolled(unmoved(baseline), { sample: { first }, subject: 'm.ts', rerun: 'again' });
}

describe('a baseline', () => {
  test('is kept of the drifts, of the change from point to point, and of every kernel', () => {
    expect(before.changes.map(({ name }) => name)).toEqual([
      'drift of ln std a layer',
      'drift of ln gradient std a layer, towards the input',
      ...[1, 2, 3, 4].flatMap((layer) => {
        const from = layer === 1 ? 'the input' : `dense_${layer - 1}`;
        return [`ln std of dense_${layer} over ${from}`, `ln gradient std of dense_${layer} over ${from}`];
      }),
      'ln std of the kernels, on average',
      ...[1, 2, 3, 4, 5].map((layer) => `ln std of the kernel of dense_${layer}`),
    ]);
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
  });

  test('is upheld by another draw of the same population', async () => {
    const { verdict, networks, estimate, interval } = await judged(population('after'));
    expect({ verdict, networks }).toEqual({ verdict: 'supported', networks: NETWORKS });
    expect(Number(interval.lo)).toBeLessThanOrEqual(Number(estimate));
    expect(Number(interval.hi)).toBeLessThanOrEqual(1);
  });

  test('is upheld by the same draw, which has moved by nothing', async () => {
    const { verdict, estimate } = await judged(population('before'));
    expect([verdict, estimate]).toEqual(['supported', 0]);
  });

  test('is not upheld where one kernel has moved by the smallest change that it is sure to catch', async () => {
    const kernel = limitsOf(before)[before.changes.findIndex(({ name }) => name.endsWith('kernel of dense_4'))];
    expect((await judged(population('moved', { kernel }))).verdict).not.toBe('supported');
    expect((await judged(population('moved far', { kernel: 2 * kernel }))).verdict).toBe('refuted');
  });

  test('is not upheld where one layer passes on more than it did', async () => {
    expect((await judged(population('louder', { step: 1 }))).verdict).toBe('refuted');
  });

  test('is left undecided by fewer networks than it is held against', async () => {
    expect((await judged(population('few').slice(0, 3))).verdict).toBe('undecided');
  });

  test('judges each number at its share of α, and at a tenth of that, for t', () => {
    const samples = population('shares').map((trace) => changesOf(trace).map(({ value }) => value));
    for (const alpha of [1e-2, 1e-6]) {
      movesOf(before, samples, alpha).forEach(({ lo, hi }, i) => {
        const values = samples.map((sample) => sample[i]);
        const now = { mean: mean(values), std: sampleStandardDeviation(values), n: NETWORKS };
        const then = { mean: Number(before.changes[i].mean), std: Number(before.changes[i].std), n: NETWORKS };
        const { interval } = welch(then, now, alpha / 16 / 10);
        // The share is rounded, and with it the last digits of t.
        const rounding = 1e-9 * (interval.hi - interval.lo);
        expect([Math.abs(lo - interval.lo) <= rounding, Math.abs(hi - interval.hi) <= rounding]).toEqual([true, true]);
      });
    }
  });

  test('names what has moved, the farthest first, and how to renew it', () => {
    const samples = population('far', { kernel: -0.25 }).map((trace) => changesOf(trace).map(({ value }) => value));
    const words = movesInWords(movesOf(before, samples, MISSED / 2));
    expect(words).toMatch(/^of 16 numbers \d may have moved too far: ln std of the kernel of dense_4 by -0\.2\d+, in \[/);
    expect(words).toMatch(/; if that is meant, renew the baseline with --update$/);
  });

  test('catches by the population’s spread: kernels finely, what a layer passes on ten times as coarsely', () => {
    const limits = new Map(limitsOf(before).map((limit, i) => [before.changes[i].name, limit]));
    const kernel = limits.get('ln std of the kernel of dense_2') ?? 0;
    const step = limits.get('ln std of dense_2 over dense_1') ?? 0;
    // Spreads of 0.01 and 0.1, each known from 32 networks to within a factor of 2.
    expect(step / kernel).toBeGreaterThan(10 / 4);
    expect(step / kernel).toBeLessThan(10 * 4);
  });

  test('looks for no change below a thousandth, which two backends may differ by', () => {
    const steady = baselineOf(Array<ModelTrace>(8).fill(traceOf({ std: [1, 1, 1] })), 'm.ts', INPUT, MADE);
    expect(limitsOf(steady)).toEqual(steady.changes.map(() => Math.log(1.001)));
  });

  test('is not kept of a signal that died, and not of a kernel that is one number', () => {
    const dead = population('before').map((trace) => ({ ...trace, std: trace.std.map((std, i) => (i === 3 ? 0 : std)) }));
    expect(() => baselineOf(dead, 'm.ts', INPUT, MADE)).toThrow(
      'the baseline must be of a model whose signal neither dies nor overflows (drift of ln std a layer); got -Infinity',
    );
    const zeros = population('before').map((trace) => ({
      ...trace,
      kernelStd: trace.kernelStd.map((std, i) => (i === 1 ? 0 : std)),
    }));
    expect(baselineOf(zeros, 'm.ts', INPUT, MADE).changes).toHaveLength(before.changes.length - 1);
  });

  test('spends no more than a run’s budget', () => {
    expect(unmoved(before).alpha).toBe(MISSED);
    expect(MISSED).toBeLessThan(BUDGET);
    expect(FALSE_ALARM).toBe(1e-3);
  });

  test('of another model, or of other inputs, says how it was made and how to renew it', () => {
    const [trace] = population('before');
    const refusal = (change: (trace: ModelTrace) => ModelTrace, input = INPUT) => {
      try {
        stillOf(before, change(trace), input);
      } catch (error) {
        return (error as Error).message;
      }
      return 'none';
    };
    const how =
      '--baseline must be of this model (made on 2026-11-23 by gainsay 0.1.0 with `npx gainsay check m.ts`; renew it with --update); got ';
    expect(refusal((same) => same)).toBe('none');
    expect(refusal((same) => same, '8 examples')).toBe(`${how}"one of other inputs: ${INPUT}; now 8 examples"`);
    expect(refusal(() => traceOf({ std: [1, 1, 1] }))).toBe(
      `${how}"one whose layer 3 is dense_3: Dense relu → 64; now dense_3: Dense → 64"`,
    );
    expect(refusal(({ layers, ...rest }) => ({ ...rest, layers: layers.slice(0, 4) }))).toBe(
      `${how}"one whose layer 5 is dense_5: Dense → 64; now there is none"`,
    );
    expect(refusal(({ layers, ...rest }) => ({ ...rest, layers: [...layers, { ...layers[4], name: 'more' }] }))).toBe(
      `${how}"one of 5 layers; now there is more: Dense → 64 too"`,
    );
  });
});
