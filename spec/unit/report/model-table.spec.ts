import { describe, expect, test } from 'vitest';
import type { ModelLayerRecord, ModelRecord } from '../../../src/claim/index.ts';
import { html, jobSummary } from '../../../src/report/index.ts';
import { read, texts } from './dom.ts';
import { run } from './records.ts';

const layer: ModelLayerRecord = {
  name: 'dense_1',
  kind: 'Dense',
  activation: 'relu',
  shape: [8, 4],
  depth: 1,
  head: false,
  judged: true,
  std: 0.826512,
  mean: 'NaN',
  gradientStd: 1.5,
  dead: 0.125,
  saturated: null,
  gain: 1.41421,
};

const model: ModelRecord = {
  name: 'builder of m.ts',
  input: '16 examples of N(0, 1) numbers',
  networks: 64,
  layers: [layer, { ...layer, name: '<b>&', kind: 'Flatten', activation: null, judged: false, dead: null, gain: null }],
  untraced: [{ name: 'odd', kind: 'Lambda', why: 'it has no output' }],
};

const RERUN = 'npx gainsay check m.ts --seed 1';

describe('The page of a check', () => {
  const page = read(html(run({ model, rerun: RERUN })));

  test('shows every layer with what it has, and a dash for what it has not', () => {
    expect(texts(page, '.model tbody td:nth-child(-n+9)')).toEqual([
      ...['dense_1', 'Dense relu', '8 × 4', '0.8265', 'NaN', '1.5', '12.5%', '–', '1.414'],
      ...['<b>&', 'Flatten', '8 × 4', '0.8265', 'NaN', '1.5', '–', '–', '–'],
    ]);
    expect(texts(page, '.model tbody b')).toEqual(['dense_1']);
  });

  test('names what could not be looked into, and why', () => {
    expect(texts(page, '.model li')).toEqual(['odd (Lambda): it has no output']);
  });

  test('is drawn again by the check’s own line, which the job’s summary gives too', () => {
    expect(texts(page, '.rerun code')[0]).toBe(RERUN);
    expect(jobSummary(run({ model, rerun: RERUN }))).toContain('gainsay check m.ts');
  });

  test('of a run of specs has no model', () => {
    expect(texts(read(html(run({}))), '.model')).toEqual([]);
  });
});
