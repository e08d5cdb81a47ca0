import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { type Seed, Stream } from '../../../src/random/index.ts';
import { fourLanes, normalsOf, worst } from '../kernel/reference.ts';

const words = (seed: Seed, label: string, count = 8) => {
  const stream = new Stream(seed, label);
  return Array.from({ length: count }, () => stream.word());
};

describe('a stream', () => {
  const seeds = fc.oneof(fc.integer(), fc.string());

  test('of the same seed and label draws the same numbers', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, label) => {
        expect(words(seed, label)).toEqual(words(seed, label));
      }),
      { seed: 1 },
    );
  });

  test('of another seed or another label draws other numbers', () => {
    const named = ['1', '2', '11', '-1', 'one'].flatMap((seed) =>
      ['0/input', '0/0', '0/1', '1/0', '10/0'].map((label) => [seed, label]),
    );
    const drawn = named.map(([seed, label]) => words(seed, label).join());
    expect(new Set(drawn).size).toBe(named.length);
  });

  test('of a seed with a slash in it is not that of a shorter seed with a longer label', () => {
    expect(words('1/0', 'input')).not.toEqual(words('1', '0/input'));
  });

  test("takes 1 and '1' for the same seed", () => {
    expect(words(1, '0/input')).toEqual(words('1', '0/input'));
  });

  describe('starts from the bits that seedrandom makes of seed and label', () => {
    const hash = seedrandom('1/0/input');
    const [first, second] = [0, 1].map(() => Array.from({ length: 16 }, () => hash.int32()));

    test('its words are four xoshiro128** generators in turn, from the first 16 words of them, across its blocks', () => {
      expect(words('1', '0/input', 10_000)).toEqual(fourLanes(first, 10_000));
    });

    test('its normals are Box & Muller’s of four more, from the next 16, across its blocks', () => {
      const drawn = new Stream('1', '0/input').normals(new Float32Array(10_000));
      const { normals, bounds } = normalsOf(fourLanes(second, 10_000));
      expect(worst(drawn, normals, bounds)).toBeLessThanOrEqual(1);
    });
  });

  test('draws uniforms from its words: (word + ½)/2³², between 0 and 1 and never either', () => {
    const stream = new Stream(1, 'uniform');
    expect(words(1, 'uniform').map((word) => (word + 0.5) / 2 ** 32)).toEqual(Array.from({ length: 8 }, () => stream.uniform()));
    expect([0, 2 ** 32 - 1].map((word) => (word + 0.5) * 2 ** -32)).toEqual([2 ** -33, 1 - 2 ** -33]);
  });

  test('fills an array with normals of a mean and a std: the same draws, scaled and rounded once', () => {
    const stream = new Stream(1, 'fill');
    const unit = new Stream(1, 'fill').normals(new Float64Array(1000));
    expect(stream.normals(new Float32Array(1000), 3, 0.5)).toEqual(Float32Array.from(unit, (z) => 3 + 0.5 * z));
  });

  test('fills an array with uniforms between two bounds: the same draws, scaled and rounded once', () => {
    const stream = new Stream(1, 'fill');
    const unit = new Stream(1, 'fill').uniforms(new Float64Array(1000));
    expect(stream.uniforms(new Float32Array(1000), -2, 6)).toEqual(Float32Array.from(unit, (u) => -2 + 8 * u));
  });
});

describe('a stream is one sequence of words and one of normals', () => {
  const WHOLE = 20_000;
  const seed = 1;
  const allWords = words(seed, 'pieces', WHOLE);
  const allNormals = Array.from(new Stream(seed, 'pieces').normals(new Float32Array(WHOLE)));

  interface Piece {
    kind: 'word' | 'uniforms' | 'normal' | 'normals';
    count: number;
  }
  // Around what a supply keeps (128), what it makes at a time (4096), and the eight that it makes at least.
  const count = fc.oneof(fc.nat(20), fc.integer({ min: 120, max: 140 }), fc.nat(1000), fc.integer({ min: 4080, max: 4112 }));
  const piece = fc.record<Piece>({ kind: fc.constantFrom('word', 'uniforms', 'normal', 'normals'), count });
  const each = (n: number, draw: () => number) => Array.from({ length: n }, draw);

  test('however many are drawn at a time, however, and whatever of the other is drawn between them, by whatever other stream', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const stream = new Stream(seed, 'pieces');
        const other = new Stream(seed, 'other pieces');
        const drawn: { words: number[]; normals: number[] } = { words: [], normals: [] };
        const draw = (from: Stream, { kind, count: n }: Piece) => {
          if (kind === 'word') return each(n, () => from.word());
          if (kind === 'normal') return each(n, () => from.normal());
          if (kind === 'normals') return Array.from(from.normals(new Float32Array(n)));
          return Array.from(from.uniforms(new Float64Array(n)), (u) => u * 2 ** 32 - 0.5);
        };
        for (const next of pieces) {
          drawn[next.kind.startsWith('normal') ? 'normals' : 'words'].push(...draw(stream, next));
          draw(other, { ...next, count: next.count % 300 });
        }
        expect(drawn.words).toEqual(allWords.slice(0, drawn.words.length));
        expect(drawn.normals).toEqual(allNormals.slice(0, drawn.normals.length));
      }),
      { seed: 1 },
    );
  });

  test('of which those with a mean and a std are the same ones', () => {
    const stream = new Stream(seed, 'pieces');
    const drawn = [5, 4099, 300].flatMap((n) => Array.from(stream.normals(new Float64Array(n), 2, 0.25)));
    expect(drawn).toEqual(allNormals.slice(0, drawn.length).map((z) => 2 + 0.25 * z));
  });
});
