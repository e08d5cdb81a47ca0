import { describe, expect, test } from 'vitest';
import type { EvidenceRecord } from '../../../src/claim/index.ts';
import { sampleChart } from '../../../src/report/sample-chart.ts';
import { samples } from '../../../src/report/samples.ts';
import { type Node, read, texts } from './dom.ts';
import { evidence } from './records.ts';

const drawn = (given: Partial<EvidenceRecord> = {}) => read(`<body>${sampleChart(evidence(given)).html}</body>`);
const marks = (root: Node, stroke: string) => [...root.querySelectorAll(`[stroke="var(--${stroke})"] line`)];

describe('The chart of a sample', () => {
  test('has a tick for each network, a line at each end of the band and one at the prediction', () => {
    expect(marks(drawn(), 'measured')).toHaveLength(3);
    expect(marks(drawn(), 'band-edge')).toHaveLength(2);
    expect(marks(drawn(), 'theory')).toHaveLength(1);
  });

  test('has no line where the band is open or nothing was predicted', () => {
    expect(marks(drawn({ band: { lo: null, hi: 2 } }), 'band-edge')).toHaveLength(1);
    expect(marks(drawn({ predicted: null }), 'theory')).toHaveLength(0);
    expect(marks(drawn({ predicted: 'NaN' }), 'theory')).toHaveLength(0);
  });

  test('says in words what it shows', () => {
    expect(
      drawn({ band: { lo: null, hi: 2 } })
        .querySelector('svg')
        ?.getAttribute('aria-label'),
    ).toBe('the mean of the std after layer 2: 1.25, interval [1.1, 1.4], band (−∞, 2]');
  });

  test('says how many networks have no place on it', () => {
    const root = drawn({ sample: ['NaN', 1.2, 'Infinity'] });
    expect(marks(root, 'measured')).toHaveLength(1);
    expect(texts(root, 'figcaption small')).toEqual(['2 of 3 are not finite']);
  });

  test('runs to the edges where an interval has no end, and has none where it is NaN', () => {
    const endless = { lo: '-Infinity', hi: 'Infinity', method: 't' } as const;
    const nan = { lo: 'NaN', hi: 'NaN', method: 't' } as const;
    expect(drawn({ interval: endless }).querySelector('path[d^="M26,"]')).not.toBeNull();
    expect(drawn({ interval: nan }).querySelector('path[d^="M26,"]')).toBeNull();
  });

  test('is left out where there is nothing to see: one point, or nothing measured', () => {
    const zero = {
      estimate: 0,
      predicted: 0,
      sample: [0, 0],
      interval: { lo: 0, hi: 0, method: 'exact' },
      band: { lo: 0, hi: 0 },
    };
    expect(sampleChart(evidence(zero)).html).toBe('');
    expect(sampleChart(evidence({ estimate: 'NaN', sample: ['NaN'] })).html).toBe('');
    expect(samples([evidence(zero)]).html).toBe('');
  });

  test('shares one legend with the others of its claim', () => {
    const root = read(`<body>${samples([evidence(), evidence()]).html}</body>`);
    expect([...root.querySelectorAll('svg')]).toHaveLength(2);
    expect([...root.querySelectorAll('.legend')]).toHaveLength(1);
  });
});
