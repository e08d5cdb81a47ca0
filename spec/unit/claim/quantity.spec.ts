import { describe, expect, test } from 'vitest';
import {
  always,
  distribution,
  exactly,
  firstNonFinite,
  gradient,
  layersRun,
  ln,
  mean,
  needsOf,
  proportion,
  quantile,
  quantity,
  rowRatios,
  std,
  times,
  weightVariance,
} from '../../../src/claim/index.ts';
import type { Trace } from '../../../src/network/index.ts';
import { probed, stopped, trace } from './traces.ts';

describe('a quantity', () => {
  test('the first non-finite layer is ∞ where there is none', () => {
    expect(firstNonFinite.read(trace)).toBe(Infinity);
    expect(firstNonFinite.read(stopped)).toBe(2);
    expect([layersRun.read(trace), layersRun.read(stopped)]).toEqual([5, 3]);
  });

  test('ln of 0 is −∞, and of a negative number NaN', () => {
    const lnOf = (x: number) => ln(quantity<Trace>('x', () => x)).read(trace);
    expect([lnOf(0), lnOf(1)]).toEqual([-Infinity, 0]);
    expect(lnOf(-1)).toBeNaN();
  });

  test('times a factor is called by the factor, or by its symbol', () => {
    const doubled = times(2, std.after(1));
    expect([doubled.name.en, doubled.read(trace)]).toEqual(['2 × std after layer 1', 4]);
    expect(times(1 / 3, std.after(1)).name.en).toBe('0.33333 × std after layer 1');
    expect(times(2.5, std.after(1), 'σ_w²').name.en).toBe('σ_w² × std after layer 1');
  });

  test('of one’s own says what it needs', () => {
    expect(quantity<Trace>('own', () => 1).needs).toEqual([]);
    expect(quantity<Trace>('own', () => 1, ['jacobian']).needs).toEqual(['jacobian']);
  });

  test('keeps its needs through ln and times, and gives them to every statement about it', () => {
    const needy = gradient.std.after(0);
    expect([ln(needy).needs, times(2, needy).needs]).toEqual([['gradient'], ['gradient']]);
    expect(ln(times(2, needy)).read(probed)).toBeCloseTo(Math.log(32), 14);
    const many = { ...rowRatios, needs: ['derivative'] as const };
    const law = { cdf: (x: number) => x };
    const statements = [
      mean(needy).within(0, 1),
      quantile(0.5, needy).above(0),
      proportion(needy, 'is 1', (x) => x === 1).atLeast(0.5),
      exactly(needy, 1),
      always(needy).within(0, 1),
    ];
    expect(needsOf(statements)).toEqual(['gradient', 'gradient', 'gradient', 'gradient', 'gradient']);
    expect(needsOf([distribution(many).isWithin(0.1, law, 'a law'), weightVariance(many, 3).within(0, 1)])).toEqual([
      'derivative',
      'derivative',
    ]);
    expect(needsOf([mean(std.after(0)).within(0, 1)])).toEqual([]);
  });
});
