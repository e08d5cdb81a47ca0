import { describe, expect, test } from 'vitest';
import type { CourseRecord } from '../../../src/claim/index.ts';
import { chart } from '../../../src/learn/chart.ts';

const course = (median: CourseRecord['median'], goal: CourseRecord['goal']): CourseRecord => ({
  ...{ of: 'std', median, goal, networks: 8 },
});

const drawn = (median: CourseRecord['median'], goal: CourseRecord['goal'], columns = 30) =>
  chart(course(median, goal), { columns, rows: 7 }).join('\n');

describe('the chart of a course over the layers', () => {
  test('shows a signal that vanishes as a straight line: the axis is logarithmic', () => {
    expect(
      drawn(
        Array.from({ length: 8 }, (_, layer) => 10 ** -layer),
        Array<number>(8).fill(1),
      ),
    ).toBe(
      `
     1 ┤●─────────
       │ ●
       │  ●●
       │    ●●
       │      ●●
       │        ●
  4e-8 ┤         ●
       └──────────
        0        7`.slice(1),
    );
  });

  test('ends in a cross where the networks stopped', () => {
    expect(drawn([1, 1e10, 1e20, 1e30, 1e38], Array<number>(10).fill(1))).toBe(
      `
 8e+39 ┤    ●✗
       │   ●
       │
       │  ●
       │ ●
       │
     1 ┤●─────────
       └──────────
        0        9`.slice(1),
    );
  });

  test.each(['NaN', 'Infinity'] as const)('takes %s for the end of the networks', (last) => {
    const rows = drawn([1, 1, 1, 1, 1, last, last, last, last, last], Array<number>(10).fill(1)).split('\n');
    expect(rows[0]).toContain('✗');
    expect(rows.join('').match(/✗/g)).toHaveLength(1);
    expect(rows.join('').match(/●/g)).toHaveLength(5);
  });

  test('shows a signal that died as noughts at the bottom', () => {
    expect(drawn([1, 0.1, 0, 0, 0, 0, 0, 0, 0, 0], Array<number>(10).fill(1)).split('\n')[6]).toBe(' 0.056 ┤  00000000');
  });

  test('hides the goal behind what was seen, where both are the same', () => {
    const all = drawn(Array<number>(100).fill(0.65), Array<number>(100).fill(0.65));
    expect(all).toContain(`0.65 ┤${'●'.repeat(21)}\n`);
    expect(all).not.toMatch(/│.*─/);
    expect(all).toMatch(/0 {18}99$/);
  });

  test('shows a goal that is another at every layer', () => {
    const all = drawn([2, 2, 2], [1, 0.5, 0.25]);
    expect(all).toBe(
      `
   3.6 ┤
       │●●●●●●●●●●
       │───
  0.71 ┤
       │   ────
       │       ───
  0.14 ┤
       └──────────
        0        2`.slice(1),
    );
  });

  test.each([
    ['one layer', [3], [1]],
    ['nothing that a logarithm has', [0, 0], [0, 0]],
    ['no network at all', [], [1, 1]],
    ['the least and the largest number of float32', [1.4e-45, 3.4e38], [1, 1]],
  ])('draws %s', (_, median, goal) => {
    const lines = chart(course(median, goal), { columns: 40, rows: 9 });
    expect(lines).toHaveLength(11);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  test.each([20, 40, 80, 200])('fits into %i columns', (columns) => {
    const lines = chart(
      course(
        Array.from({ length: 100 }, (_, layer) => 2 ** layer),
        Array<number>(100).fill(1),
      ),
      { columns, rows: 9 },
    );
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
  });
});
