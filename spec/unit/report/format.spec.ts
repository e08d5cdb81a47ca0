import { describe, expect, test } from 'vitest';
import { band, count, counted, duration, interval, minute, number, probability } from '../../../src/report/format.ts';
import { typeset } from '../../../src/report/typeset.ts';

describe('A number', () => {
  test('has five digits, and a minus that is one', () => {
    expect([0, -0, 0.65116679, -2.73157857, 65536, 0.1 + 0.2, 16].map((x) => number(x))).toEqual([
      '0',
      '0',
      '0.65117',
      '−2.7316',
      '65536',
      '0.3',
      '16',
    ]);
  });

  test('has a power of ten where it is very large or very small', () => {
    expect([1e5, 2.082800051456532e37, -1e-7, 99999.6, 1.25e-10].map((x) => number(x))).toEqual([
      '10⁵',
      '2.0828 × 10³⁷',
      '−10⁻⁷',
      '10⁵',
      '1.25 × 10⁻¹⁰',
    ]);
    expect(probability(6.666666666666667e-10)).toBe('6.67 × 10⁻¹⁰');
  });

  test('may be the largest or the least that there is', () => {
    expect([Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE].map((x) => number(x))).toEqual([
      '1.7977 × 10³⁰⁸',
      '−1.7977 × 10³⁰⁸',
      '4.9407 × 10⁻³²⁴',
    ]);
  });

  test('need not be finite', () => {
    expect((['NaN', 'Infinity', '-Infinity'] as const).map((x) => number(x))).toEqual(['NaN', '∞', '−∞']);
  });
});

describe('An interval and a band', () => {
  test('show their ends, and an open end as infinite', () => {
    expect(interval({ lo: '-Infinity', hi: 0.5 })).toBe('[−∞, 0.5]');
    expect(band({ lo: 0.975, hi: 1.025 })).toBe('[0.975, 1.025]');
    expect(band({ lo: null, hi: -2.302585 })).toBe('(−∞, −2.3026]');
    expect(band({ lo: 0.5, hi: null })).toBe('[0.5, ∞)');
  });

  test('that is one value is shown as one', () => {
    expect(band({ lo: 0, hi: 0 })).toBe('= 0');
  });
});

test('A count is in groups of three digits, and one of a thing is one', () => {
  expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([counted(1, 'claim'), counted(2, 'claim'), counted(0, 'claim')]).toEqual(['1 claim', '2 claims', '0 claims']);
});

test('A time is told to what matters', () => {
  expect([0.4321, 21.486, 119.7, 3600].map(duration)).toEqual(['0.43 s', '21 s', '2 min 0 s', '60 min 0 s']);
  expect(minute('2026-01-02T03:04:05.678Z')).toEqual(['2026-01-02', '03:04 UTC']);
  expect(minute('yesterday')).toEqual(['yesterday', '']);
});

describe('Mathematics', () => {
  test('has its indices lowered', () => {
    expect(typeset('q_{l+1} ≈ q_l − 2q_l², χ²_K').html).toBe('q<sub>l+1</sub> ≈ q<sub>l</sub> − 2q<sub>l</sub>², χ²<sub>K</sub>');
  });

  test('has them lowered below a hat too', () => {
    expect(typeset('σ̂_w²/σ_w²').html).toBe('σ̂<sub>w</sub>²/σ<sub>w</sub>²');
  });

  test('is not seen in a program’s names', () => {
    for (const name of ['kaimingNormal(fan_in, relu)', 'x_max', '__init__', 'xavier_uniform_'])
      expect(typeset(name).html).toBe(name);
  });

  test('is escaped', () => {
    expect(typeset('q_{<b>} < 1').html).toBe('q<sub>&lt;b&gt;</sub> &lt; 1');
  });
});
