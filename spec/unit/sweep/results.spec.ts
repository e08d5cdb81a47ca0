import { describe, expect, test } from 'vitest';
import {
  type CellRecord,
  cellAt,
  gridOf,
  headerLine,
  indicesOf,
  mergeResults,
  recordLine,
  type Shard,
  SWEEP_SCHEMA,
  type SweepHeader,
  written,
} from '../../../src/sweep/index.ts';

const grid = gridOf({ activation: 'tanh', sigmaW: '1,1.5,2', sigmaB: '0,0.1,0.2', width: 8, depth: 2, networks: 2 });

const headerOf = (given: Partial<SweepHeader> = {}): SweepHeader => ({
  schema: SWEEP_SCHEMA,
  version: '0.1.0',
  seed: '1',
  sampler: 'law',
  backend: null,
  cells: 9,
  grid,
  ...given,
});

/** Records as far as files read them: what they say of their networks is not their affair. */
const line = (index: number) => recordLine({ ...cellAt(grid, index), networks: 2 } as CellRecord);
const fileOf = (indices: readonly number[], given: Partial<SweepHeader> = {}) =>
  headerLine(headerOf(given)) + indices.map(line).join('');
const whole = fileOf(indicesOf(9));

describe('A results file that is taken up again', () => {
  test('begins anew where there is none', () => {
    expect(written('r', '', headerOf(), indicesOf(9))).toEqual({ whole: '', done: 0 });
  });

  test('keeps its whole lines and drops what is behind them, wherever it was cut', () => {
    for (let length = 0; length <= whole.length; length++) {
      const kept = written('r', whole.slice(0, length), headerOf(), indicesOf(9));
      expect(whole.startsWith(kept.whole)).toBe(true);
      expect(kept.whole === '' || kept.whole.endsWith('\n')).toBe(true);
      const lines = whole.slice(0, length).split('\n').length - 1;
      expect(kept.done).toBe(Math.max(0, lines - 1));
      expect(kept.whole.split('\n').length - 1).toBe(lines);
    }
  });

  test.each<[string, Partial<SweepHeader>, string]>([
    ['seed', { seed: '2' }, 'r must be of the seed "1", or --out another folder; got "2"'],
    ['version', { version: '0.0.9' }, 'r must be of the version "0.1.0", or --out another folder; got "0.0.9"'],
    ['sampler', { sampler: 'weights' }, 'r must be of the sampler "law", or --out another folder; got "weights"'],
    [
      'backend',
      { backend: { name: 'cpu', version: 'x' } },
      'r must be of the backend null, or --out another folder; got {"name":"cpu","version":"x"}',
    ],
    ['grid', { grid: { ...grid, width: [8, 16] } }, 'r must be of the width [8], or --out another folder; got [8, 16]'],
    ['shard', { shard: { part: 1, of: 2 } }, 'r must be of the shard none, or --out another folder; got {"part":1,"of":2}'],
  ])('is refused if it is of another %s', (_, given, message) => {
    expect(() => written('r', fileOf([], given), headerOf(), indicesOf(9))).toThrow(
      expect.objectContaining({ name: 'ParameterError', message }),
    );
  });

  test.each([
    ['that is something else', 'a diary\n', /^r must be a results file of a sweep \(gainsay\/sweep\/1\); got "a diary"$/],
    ['that is the beginning of something else', 'a diary', /^r must be a results file of this sweep; got "a diary"$/],
    ['with a cell twice', fileOf([0, 1, 1]), /^line 4 of r must be the record of cell 2; got "\{/],
    ['with a cell left out', fileOf([0, 2]), /^line 3 of r must be the record of cell 1; got "\{/],
    ['with a line of rubbish', `${fileOf([0])}\0\0\n${line(1)}`, /^line 3 of r must be the record of cell 1; got /],
    ['with more than the sweep has', whole + line(8), /^line 11 of r must be the end of the file; got /],
  ])('is refused %s', (_, text, message) => {
    expect(() => written('r', text, headerOf(), indicesOf(9))).toThrow(message);
  });
});

describe('Shards', () => {
  const shardsOf = (of: number) =>
    Array.from({ length: of }, (_, i) => {
      const shard: Shard = { part: i + 1, of };
      return { name: `${i + 1}`, text: fileOf(indicesOf(9, shard), { shard }) };
    });

  test.each([1, 2, 4, 9, 12])('%d of them are merged to the bytes of the whole, in whatever order they come', (of) => {
    expect(mergeResults(shardsOf(of))).toBe(whole);
    expect(mergeResults(shardsOf(of).toReversed())).toBe(whole);
  });

  test.each<[string, (files: { name: string; text: string }[]) => { name: string; text: string }[], RegExp]>([
    [
      'one of which is not there, by name',
      ([a, , c]) => [a, c],
      /^cells 0 to 8 must be in these files \(no file is shard 2\/3\); got "all but 3: 1, 4, 7"$/,
    ],
    [
      'one of which is not finished, by name',
      ([a, b, c]) => [a, { ...b, text: b.text.split('\n').slice(0, 2).join('\n') + '\n' }, c],
      /^cells 0 to 8 must be in these files \(2 has 1 of 3\); got "all but 2: 4, 7"$/,
    ],
    ['one of which comes twice', ([a, b, c]) => [a, b, c, a], /^cell 0 must be in one file only; got \["1", "1"\]$/],
    [
      'one of which ends in half a line',
      ([a, b, c]) => [a, b, { ...c, text: c.text.slice(0, -9) }],
      /^3 must be of whole lines \(run its sweep again: it takes up where it ended\); got /,
    ],
    [
      'one of which is of another seed',
      ([a, b, c]) => [a, b, { ...c, text: c.text.replace('"seed":"1"', '"seed":"2"') }],
      /^3 must be of the seed "1", as 1 is; got "2"$/,
    ],
    [
      'one of which is of another grid',
      ([a, b, c]) => [a, b, { ...c, text: c.text.replace('"depth":[2]', '"depth":[3]') }],
      /^3 must be of the depth \[2\], as 1 is; got \[3\]$/,
    ],
    [
      'one of which has a record that is none',
      ([a, b, c]) => [a, b, { ...c, text: c.text.replace('"cell":5', '"cell":50') }],
      /^line 3 of 3 must be the record of a cell below 9; got /,
    ],
    ['one of which is empty', ([a, b]) => [a, b, { name: '3', text: '' }], /^3 must be of whole lines/],
  ])('are refused, %s', (_, change, message) => {
    expect(() => mergeResults(change(shardsOf(3)))).toThrow(message);
  });
});
