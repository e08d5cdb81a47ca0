import { describe, expect, test } from 'vitest';
import type { ControlRecord, JsonNumber } from '../../../src/claim/index.ts';
import { controlLayers } from '../../../src/report/control-layers.ts';
import { controls } from '../../../src/report/controls.ts';
import { corners, numeric } from './corners.ts';
import { part, texts } from './dom.ts';
import { control, layers } from './records.ts';

const drawn = (given: Partial<ControlRecord>[], claimed = true, statements = 1, language: 'en' | 'zh' = 'en') =>
  part(controls(given.map(control), claimed ? layers() : null, statements), language);

/** The lines of a small picture: the claim's own networks, and those with the defect. */
function lines(values: JsonNumber[], median: JsonNumber[] = [1, 1.1, 1.2]) {
  const root = part(controlLayers(control({ layers: values }), layers({ median })));
  const line = (stroke: string) => corners(root.querySelector(`[stroke="var(--${stroke})"] path`)?.getAttribute('d') ?? '');
  return { own: line('measured'), wrong: line('refuted'), picture: root.querySelector('svg') };
}

describe('A control’s picture', () => {
  test('has the std after each layer, with the defect and without, where both have some', () => {
    expect([
      ...drawn([{}, { layers: [] }, { layers: [3] }, { layers: ['NaN', 'NaN', 3] }]).querySelectorAll('.control'),
    ]).toHaveLength(4);
    expect([
      ...drawn([{}, { layers: [] }, { layers: [3] }, { layers: ['NaN', 'NaN', 3] }]).querySelectorAll('.mini'),
    ]).toHaveLength(1);
    expect(drawn([{}], false).querySelector('.mini')).toBeNull();
  });

  test('has a legend where it has such a picture, and only there', () => {
    expect(drawn([{}]).querySelector('.legend .is-wrong')).not.toBeNull();
    expect(drawn([{ layers: [] }]).querySelector('.legend')).toBeNull();
  });

  test('has both on one axis, the first layer at the left and larger values above', () => {
    const { own, wrong } = lines([1, 2, 3], [3, 2, 1]);
    expect(own[0].map(([x]) => x)).toEqual([3, 120, 237]);
    expect(wrong[0].map(([x]) => x)).toEqual([3, 120, 237]);
    // 80 units high, 3 from each edge.
    expect(wrong[0].map(([, y]) => y)).toEqual([77, 40, 3]);
    expect(own[0].map(([, y]) => y)).toEqual([3, 40, 77]);
  });

  test('has a logarithmic axis where a linear one would show only the large values', () => {
    expect(lines([1, 10, 100], [1, 1, 1]).wrong[0].map(([, y]) => y)).toEqual([77, 40, 3]);
    expect(lines([1, 10, 19], [1, 1, 1]).wrong[0].map(([, y]) => y)).toEqual([77, 40, 3]);
  });

  test('ends where the deeper of the two does', () => {
    const { own, wrong } = lines([1, 2, 3, 4, 5], [1, 2, 3]);
    expect(own[0].at(-1)?.[0]).toBe(120);
    expect(wrong[0].at(-1)?.[0]).toBe(237);
  });

  test('leaves a gap where a value is not finite', () => {
    expect(lines([1, 2, 'Infinity', 3, 4]).wrong).toHaveLength(2);
    expect(lines([1, 2, 0, 300, 400]).wrong).toHaveLength(2);
  });

  test('is left out where nothing changes', () => {
    expect(lines([2, 2, 2], [2, 2, 2]).picture).toBeNull();
  });
});

describe('A control', () => {
  test('says what refuted it: estimate, interval, method and networks; of several statements also which', () => {
    expect(texts(drawn([{ networks: 1600 }]), '.control p')[0]).toBe('27 [26, 28] t, 1,600');
    expect(texts(drawn([{}], true, 2), '.control p')[0]).toBe('the mean of the std after layer 2: 27 [26, 28] t, 8');
    expect(texts(drawn([{}], true, 2, 'zh'), '.control p')[0]).toBe('第 2 层后标准差的均值: 27 [26, 28] t, 8');
  });

  test('says which mistake it stands for, where somebody said so', () => {
    expect(texts(drawn([{}]), '.stands')).toEqual(['a gain guessed']);
    expect(texts(drawn([{}], true, 1, 'zh'), '.stands')).toEqual(['增益是猜的']);
    expect(texts(drawn([{ stands: { en: '' } }]), '.stands')).toEqual([]);
  });

  test('lies on the scale of its statement’s band, in the shape and the colour of its verdict', () => {
    const strips = drawn([{}, { verdict: 'supported', estimate: 1.25, interval: { lo: 1, hi: 1.5, method: 't' } }]);
    const [refuted, supported] = [...strips.querySelectorAll('.control > svg')];
    expect(refuted.textContent).toBe('▶');
    expect(numeric(supported.querySelector('[fill="var(--supported)"] circle'), 'cx')).toBeCloseTo(110, 1);
  });

  test('has a figure each, in the record’s order', () => {
    const names = ['one', 'two', 'three'];
    expect(texts(drawn(names.map((en) => ({ defect: { en } }))), '.control strong')).toEqual(names);
  });
});
