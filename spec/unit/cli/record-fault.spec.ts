import { describe, expect, test } from 'vitest';
import { recordFault } from '../../../src/cli/record-fault.ts';
import { claim, control, evidence, layers, run } from '../report/records.ts';

const histogram = { from: -1, to: 1, counts: [1, 2], expected: [1.5, 1.5] };
const diagnosis = {
  layer: 2,
  value: { en: 'the std' },
  observed: 'Infinity' as const,
  expected: 1,
  ratio: { estimate: 2, lo: 1, hi: 3, needed: 2 },
  defects: [{ en: 'a defect' }],
  advice: [{ en: 'advice' }],
};

/** A record with something in every field there is. */
const full = run({
  ok: false,
  errors: ['an error'],
  claims: [
    claim({
      objection: 'too skewed',
      wanted: 100,
      over: { of: 'std', from: 0, to: 2, ln: false },
      further: [evidence({ wanted: null, band: { lo: null, hi: null } })],
      controls: [control()],
      gradient: layers({ of: 'gradient std', finite: null }),
      histograms: {
        weights: { ...histogram, layer: 0, law: 'normal' },
        activations: [{ ...histogram, layer: 1 }],
      },
      diagnosis,
    }),
  ],
});

type Path = readonly (string | number)[];

/** All places in a value, but its own. */
function places(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return keys.flatMap((key) => [[key], ...places((value as Record<string, unknown>)[key]).map((path) => [key, ...path])]);
}

/** The record with something changed at a place. */
function changed(path: Path, change: (holder: Record<string, unknown>, key: string) => void): unknown {
  const copy = JSON.parse(JSON.stringify(full)) as unknown;
  const holder = path.slice(0, -1).reduce((inner, key) => (inner as Record<string, unknown>)[key], copy);
  change(holder as Record<string, unknown>, String(path.at(-1)));
  return copy;
}

const pointer = (path: Path): string => path.map((key) => `/${key}`).join('');

/** What a record may do without, and a shape of a union has no place of its own within. */
const OPTIONAL = /\/(zh|over|objection|wanted|expected|printed)$/;

describe('What is no record', () => {
  test('is none of those that runs make', () => {
    expect(recordFault(full)).toBeUndefined();
    expect(recordFault(run({ claims: [] }))).toBeUndefined();
    expect(recordFault(JSON.parse(JSON.stringify(full)))).toBeUndefined();
  });

  test('is found wherever a value is of another type', () => {
    const all = places(full);
    expect(all.length).toBeGreaterThan(200);
    for (const path of all) {
      const fault = recordFault(
        changed(path, (holder, key) => (holder[key] = true === holder[key] || holder[key] === false ? 1 : true)),
      );
      expect([pointer(path), fault?.path]).toEqual([pointer(path), pointer(path)]);
    }
  });

  test('is found wherever something is missing', () => {
    const named = places(full).filter(
      (path) =>
        typeof path.at(-1) === 'string' && !(OPTIONAL.test(pointer(path)) && !pointer(path).startsWith('/claims/0/diagnosis')),
    );
    for (const path of named) {
      const fault = recordFault(changed(path, (holder, key) => delete holder[key]));
      expect([fault?.path, fault?.rule]).toEqual([pointer(path), 'there']);
    }
  });

  test('is found wherever something is too much, whatever its name', () => {
    for (const path of places(full).filter((one) => typeof one.at(-1) === 'string')) {
      for (const name of ['more', '__proto__', 'constructor', 'toString']) {
        const descriptor = { value: 1, enumerable: true };
        const fault = recordFault(changed(path, (holder) => Object.defineProperty(holder, name, descriptor)));
        expect([fault?.path, fault?.rule]).toEqual([pointer([...path.slice(0, -1), name]), 'left out']);
      }
    }
  });

  test('is a number that is not finite, but for its text', () => {
    const of = (estimate: unknown) => recordFault(changed(['claims', 0, 'estimate'], (holder, key) => (holder[key] = estimate)));
    for (const text of ['NaN', 'Infinity', '-Infinity', 1e308, -0]) expect(of(text)).toBeUndefined();
    for (const wrong of [Infinity, NaN, 'infinity', '1', null]) expect(of(wrong)?.path).toBe('/claims/0/estimate');
    expect(of('x')).toEqual({
      path: '/claims/0/estimate',
      rule: 'a finite number or "NaN" or "Infinity" or "-Infinity"',
      value: 'x',
    });
  });

  test('is told in a line of modest length, without a terminal’s codes', () => {
    const name = '\u001b[31m\n'.repeat(100);
    const fault = recordFault({ ...full, [name]: [1, 2] });
    expect(fault?.path).toMatch(/^\/\\u001b\[31m\\n.{0,80}…$/);
    expect(fault?.value).toBe('a list of 2');
    expect(recordFault({ ...full, seed: 'x'.repeat(1e6) })).toBeUndefined();
    expect(recordFault({ ...full, ok: 'x'.repeat(1e6) })?.value).toBe(`${'x'.repeat(80)}…`);
    expect(recordFault({ ...full, 'a/b~c': 1 })?.path).toBe('/a~1b~0c');
  });
});
