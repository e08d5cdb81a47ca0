import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { clopperPearson, type Look, looks, student, verdictOf } from '../../../src/stats/index.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';
const ALPHA = 0.05;
/** The population's mean is 0, exactly at the band's edge: every *supported* is an error waiting to happen. */
const band = { lo: 0, hi: Infinity };

/** The share of `runs` that end in *supported*, as an interval at 1e-9. */
function supported(schedule: readonly Look[], label: string, runs: number) {
  const values = new Float64Array(schedule.at(-1)?.n ?? 0);
  let count = 0;
  for (let run = 0; run < runs; run++) {
    const sample = Array.from(new Stream(seed, `${label}/${run}`).normals(values));
    for (const { n, alpha } of schedule) {
      const verdict = verdictOf(student(sample.slice(0, n), alpha).interval, band);
      if (verdict === 'supported') count++;
      if (verdict !== 'undecided') break;
    }
  }
  return clopperPearson(count, runs, 1e-9).interval;
}

describe('the sequential t procedure at alpha 0.05, looking at 8, 16 and 32', () => {
  const schedule = looks(ALPHA, { cap: 32 });

  test('supports a claim whose mean lies at the edge in less than alpha of 20,000 runs', () => {
    expect(supported(schedule, 'calibration', 20_000).hi).toBeLessThanOrEqual(ALPHA);
  });

  test('if every look spent alpha on each side, the same judgement would find that out', () => {
    const greedy = schedule.map(({ n }) => ({ n, alpha: 2 * ALPHA }));
    expect(supported(greedy, 'greedy', 5000).lo).toBeGreaterThan(ALPHA);
  });
});
