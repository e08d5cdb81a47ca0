import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonNumber } from '../../../src/claim/index.ts';
import { markup } from '../../../src/report/markup.ts';
import { readOut, readSample } from '../../../src/report/read-out.ts';
import { part } from './dom.ts';

const FRAME = { left: 40, right: 404, from: 0, to: 2, width: 420 };
const LAYER = { en: 'layer', zh: '层' };

const attributesOf = (attributes: ReturnType<typeof readSample>) => {
  const figure = part(markup`<figure ${attributes}></figure>`).querySelector('figure');
  return (name: string) => figure?.getAttribute(`data-${name}`) ?? '';
};
const asked = (...values: JsonNumber[][]) =>
  attributesOf(
    readOut(
      LAYER,
      values.map((one, i) => ({ name: { en: `line ${i}`, zh: `线 ${i}` }, values: one })),
      FRAME,
    ),
  );

/** Above 1.7976 × 10³⁰⁸ a number of five digits may be more than the largest. */
const anyNumber = fc.oneof(
  fc.double({ min: -1.7976e308, max: 1.7976e308, noNaN: true }),
  fc.constantFrom<JsonNumber>('NaN', 'Infinity', '-Infinity'),
);

describe('What a chart can be asked for', () => {
  test('has a name in either language for its axis and for every line of values', () => {
    const of = asked([1, 2], [3, 4], [5, 6]);
    expect(of('names-en').split('|')).toEqual(['layer', 'line 0', 'line 1', 'line 2']);
    expect(of('names-zh').split('|')).toEqual(['层', '线 0', '线 1', '线 2']);
    expect(of('values').split('|')).toEqual(['1 2', '3 4', '5 6']);
  });

  test('is one word for each value, whatever it is, of the same five digits', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyNumber, { minLength: 1 }), { minLength: 1, maxLength: 4 }), (lists) => {
        const read = asked(...lists)('values').split('|');
        expect(read).toHaveLength(lists.length);
        lists.forEach((list, i) => {
          const words = read[i].split(' ');
          expect(words).toHaveLength(list.length);
          list.forEach((value, j) => {
            const exact = Number(value);
            if (Number.isNaN(exact)) expect(words[j]).toBe('–');
            else if (!Number.isFinite(exact)) expect(Number(words[j])).toBe(exact);
            // Half of the fifth digit is at most 5 × 10⁻⁵ of the number; subnormals have fewer digits, and are whole multiples of the least.
            else expect(Math.abs(Number(words[j]) - exact)).toBeLessThanOrEqual(5e-5 * Math.abs(exact) + Number.MIN_VALUE);
          });
        });
      }),
    );
  });

  test('says where the plot lies, and from which value to which', () => {
    expect(asked([1])('frame')).toBe('40 404 0 2 420');
    expect(attributesOf(readSample([1], { ...FRAME, from: 1 / 3, to: 2e-9 / 3 }))('frame')).toBe(
      '40 404 0.333333 6.66667e-10 420',
    );
  });

  test('of a sample is each network’s value, in order along the axis', () => {
    const of = attributesOf(readSample([-1.5, 0.123456, 2], FRAME));
    expect(of('sample')).toBe('-1.5 0.12346 2');
    expect([of('values'), of('names-en')]).toEqual(['', '']);
  });

  test('stays in its attributes', () => {
    const name = { en: `"><b a='`, zh: '"><i>' };
    const root = part(markup`<figure ${readOut(name, [{ name, values: [1] }], FRAME)}></figure>`);
    expect(root.querySelector('b, i')).toBeNull();
    expect(root.querySelector('figure')?.getAttribute('data-names-en')).toBe(`${name.en}|${name.en}`);
  });
});
