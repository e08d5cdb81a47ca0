import { describe, expect, test } from 'vitest';
import { CheckpointError, nestedNumbers } from '../../../src/checkpoint/index.ts';

describe('nestedNumbers', () => {
  test('reads lists in lists, row by row', () => {
    expect(nestedNumbers('[[[1, 2], [3, 4]], [[5, 6], [7, 8.5]]]')).toEqual({
      data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8.5),
      shape: [2, 2, 2],
    });
    expect(nestedNumbers('\ufeff[0]').shape).toEqual([1]);
  });

  test.each([
    ['[1', 'is no JSON'],
    ['3', 'is no list of numbers'],
    ['{"a": [1]}', 'is no list of numbers'],
    ['[]', 'has an empty list, at axis 1'],
    ['[[]]', 'has an empty list, at axis 2'],
    ['[[1, 2], [3]]', '[1] must be a list of 2, as the first at its axis is'],
    ['[[1, 2], 3]', '[1] must be a list of 2, as the first at its axis is'],
    ['[1, [2]]', '[1] must be a finite number'],
    ['[1, "2"]', '[1] must be a finite number'],
    ['[[1, null]]', '[0][1] must be a finite number'],
    ['[1e400]', '[0] must be a finite number'],
    [`${'['.repeat(17)}1${']'.repeat(17)}`, 'has more than 16 axes'],
  ])('refuses %s', (json, message) => {
    expect(() => nestedNumbers(json)).toThrow(CheckpointError);
    expect(() => nestedNumbers(json)).toThrow(new RegExp(`^${message.replace(/[[\]]/g, '\\$&')}$`));
  });
});
