import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CheckpointError, readNpy } from '../../../src/checkpoint/index.ts';
import { fixture } from '../../fixture.ts';

interface Written {
  name: string;
  npy: string;
  shape: number[];
  values: (number | string)[];
}

const { arrays, refused }: { arrays: Written[]; refused: Pick<Written, 'name' | 'npy'>[] } = fixture('npy/arrays.json');
const bytes = (npy: string) => new Uint8Array(Buffer.from(npy, 'base64'));

/** A file with this header, of version 1, and so many bytes behind it. */
function withHeader(header: string, behind = 0): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(10 + text.length + behind);
  file.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, text.length & 0xff, text.length >> 8]);
  file.set(text, 10);
  return file;
}

/** What is said of a file that is refused. */
function refusal(file: Uint8Array): string {
  try {
    readNpy(file);
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError);
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    return message;
  }
  return 'was read';
}

describe('readNpy', () => {
  test.each(arrays)('reads what NumPy has written: $name', ({ npy, shape, values }) => {
    const read = readNpy(bytes(npy));
    expect(read.shape).toEqual(shape);
    // In JSON what is not finite is a text; all of these are exact in the type that they are read into.
    expect(Array.from(read.data)).toEqual(values.map(Number));
  });

  test.each(refused)('refuses $name', ({ npy }) => {
    expect(refusal(bytes(npy))).toMatch(/its numbers are of type|names no 'descr' of plain numbers/);
  });

  test('refuses a file that ends early, wherever it ends, and one that goes on', () => {
    const whole = bytes(arrays[2].npy);
    for (let length = 0; length < whole.length; length++) expect(refusal(whole.subarray(0, length))).not.toBe('was read');
    expect(refusal(Uint8Array.of(...whole, 0))).toMatch(/has 25 bytes of numbers, and shape \(2, 3\) of <f4 takes 24/);
  });

  test.each([
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (4000000000, 4000000000), }", /takes 64000000000000000000/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", /has 0 bytes/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", /names no/],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (1,,2), }", /its shape is \(1,,2\)/],
    ["{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", /its numbers are of type \|O/],
    ["{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", /names no/],
    ["__import__('os').system('true')", /names no/],
  ])('refuses the header %s', (header, words) => {
    expect(refusal(withHeader(header))).toMatch(words);
  });

  test('refuses a header that is longer than the file, and a version that is not known', () => {
    const file = withHeader("{'descr': '<f4'}");
    file[8] = 255;
    expect(refusal(file)).toMatch(/^ends at byte \d+, within its header, which ends at 265$/);
    file[6] = 4;
    expect(refusal(file)).toMatch(/is of \.npy version 4/);
  });

  test('reads or refuses in one line whatever bytes there are', () => {
    const whole = bytes(arrays[15].npy);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        (changes, length) => {
          const file = whole.slice(0, Math.max(length, whole.length - length));
          for (const [at, value] of changes) if (at < file.length) file[at] = value;
          const said = refusal(file);
          return said.length > 0 && said.length < 300;
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});
