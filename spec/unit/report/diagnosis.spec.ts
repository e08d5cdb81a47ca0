import { describe, expect, test } from 'vitest';
import type { DiagnosisRecord } from '../../../src/claim/index.ts';
import { diagnosis } from '../../../src/report/diagnosis.ts';
import { part, texts } from './dom.ts';
import { claim, diagnosis as record } from './records.ts';

const shown = (given: Partial<DiagnosisRecord> | null, language: 'en' | 'zh' = 'en') =>
  part(diagnosis(claim({ verdict: 'refuted', diagnosis: given && { ...record(), ...given } })), language);
const terms = (given: Partial<DiagnosisRecord>) => texts(shown(given), 'dt');

describe('What went wrong', () => {
  test('is told in order: where, what was seen, what was expected, what the weights behave like, what to try', () => {
    expect(terms({})).toEqual(['layer', 'observed', 'expected', 'weights', 'known for', 'try']);
    expect(texts(shown({}), 'dd')).toEqual([
      '2',
      'the mean of the std after layer 2: 0.6',
      '1.25',
      'they behave as if σ̂w²/σw² were 0.61 [0.6, 0.62]: fan_in·Var(w) over the 2.78 that is needed',
      'a defect',
      'multiply the std by 1.28',
    ]);
  });

  test('is told in Chinese too', () => {
    expect(texts(shown({}, 'zh'), 'dd')).toEqual([
      '2',
      '第 2 层后标准差的均值：0.6',
      '1.25',
      '其表现如同 σ̂w²/σw² 为 0.61 [0.6, 0.62]：fan_in·Var(w) 与所需的 2.78 之比',
      '一种错误',
      '把标准差乘以 1.28',
    ]);
  });

  test('names no layer, no variance, no mistake and no remedy where none is known', () => {
    expect(terms({ layer: null, ratio: null, defects: [], advice: [] })).toEqual(['observed', 'expected']);
    expect(terms({ layer: 0 })).toContain('layer');
  });

  test('lists all mistakes, the nearest first, and all that can be tried', () => {
    const [defects, advice] = [
      [{ en: 'near' }, { en: 'far' }],
      [{ en: 'this' }, { en: 'that' }],
    ];
    expect(texts(shown({ defects, advice }), 'li')).toEqual(['near', 'far', 'this', 'that']);
  });

  test('shows numbers that are not finite as print has them', () => {
    const ratio = { estimate: 'NaN', lo: '-Infinity', hi: 'Infinity', needed: 1 } as const;
    expect(texts(shown({ observed: 'Infinity', ratio }), 'dd')).toEqual(
      expect.arrayContaining(['the mean of the std after layer 2: ∞', expect.stringContaining('NaN [−∞, ∞]')]),
    );
  });

  test('has what the terminal says folded away, and that alone where there is no diagnosis', () => {
    const root = shown(null);
    expect(texts(root, 'dl')).toEqual([]);
    expect(texts(root, 'details pre')[0]).toContain('refuted: the mean of the std after layer 2 is 1.25');
  });
});
