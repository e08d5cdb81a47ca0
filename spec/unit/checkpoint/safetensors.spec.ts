import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CheckpointError, type Dtype, numbersIn, safetensorsEntries, type TensorEntry } from '../../../src/checkpoint/index.ts';
import { topLevelKeys } from '../../../src/checkpoint/top-level-keys.ts';
import { fixture } from '../../fixture.ts';

interface Files {
  files: { name: string; file: string; tensors: Record<string, { shape: number[]; values: (number | string)[] }> }[];
  refused: { name: string; file: string; theirs: string | null }[];
}

const { files, refused }: Files = fixture('safetensors/files.json');
const bytesOf = (file: string) => new Uint8Array(Buffer.from(file, 'base64'));

/** Reads a file that is there as bytes, and counts what is asked for. */
const entriesOf = (file: Uint8Array, asked: number[] = []): Promise<TensorEntry[]> =>
  safetensorsEntries((start, length) => {
    asked.push(length);
    return Promise.resolve(file.subarray(start, start + length));
  }, file.length);

/** What is said of a file that is refused, in one line. */
async function refusal(file: Uint8Array): Promise<string> {
  try {
    await entriesOf(file);
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError);
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    return message;
  }
  return 'was read';
}

const isFloat = (dtype: Dtype): dtype is 'F64' | 'F32' | 'F16' | 'BF16' => ['F64', 'F32', 'F16', 'BF16'].includes(dtype);

describe('safetensorsEntries', () => {
  test.each(files)('finds what the safetensors package has written: $name', async ({ file, tensors }) => {
    const bytes = bytesOf(file);
    const entries = await entriesOf(bytes);
    expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(tensors).sort());
    for (const { name, shape, dtype, start, end } of entries) {
      expect(shape).toEqual(tensors[name].shape);
      // float64 holds every number of these types; of integers only where they lie is read.
      if (isFloat(dtype))
        expect(Array.from(numbersIn(bytes.subarray(start, end), dtype))).toEqual(tensors[name].values.map(Number));
    }
  });

  test('reads the header alone', async () => {
    const bytes = bytesOf(files[0].file);
    const asked: number[] = [];
    const [{ start }] = await entriesOf(bytes, asked);
    expect(asked).toEqual([8, start - 8]);
  });

  test.each([
    ['a hole', /^has a hole of 4 bytes at byte \d+, before tensor "b"$/],
    ['an overlap', /^tensor "b": begins at byte \d+, where the one before it ends at \d+$/],
    ['a beginning that is left out', /^has a hole of 4 bytes/],
    ['an end that is not there', /^ends at byte \d+, and its last tensor would end at \d+$/],
    ['bytes behind the last', /^has 4 bytes behind its last tensor, at byte \d+$/],
    ['a shape that takes more', 'tensor "a": has 8 bytes, and its shape takes 12'],
    ['a shape beyond all numbers', /^tensor "a": has 8 bytes, and its shape takes 4\.8\d+e\+24$/],
    ['offsets the wrong way', 'tensor "a": has -4 bytes, and its shape takes 0'],
    ['a type that nobody knows', /^tensor "a": is of dtype "F31"; known are F64, F32/],
    ['a header that is no JSON', 'its header is no JSON'],
    ['a header that is no object', 'its header is no object'],
    ['a header that is no UTF-8', 'its header is no UTF-8'],
    ['a header longer than the file', /^is no safetensors file, or a broken one: its header would have 1099511627776 bytes/],
    ['a header that ends early', 'ends at byte 10, within its header of 100 bytes'],
    ['seven bytes', 'is no safetensors file: it has 7 bytes'],
    ['nothing', 'is no safetensors file: it has 0 bytes'],
    ['a name twice', 'its header names "a" twice'],
  ])('refuses %s', async (name, words) => {
    const [{ file, theirs }] = refused.filter((one) => one.name === name);
    const said = await refusal(bytesOf(file));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
    // The package refuses it too, but for what JSON of two keys means.
    expect(theirs === null).toBe(name === 'a name twice');
  });

  test('refuses every file of the fixture that is refused elsewhere', async () => {
    for (const { file } of refused) expect(await refusal(bytesOf(file))).not.toBe('was read');
  });

  test('refuses a file that ends early, wherever it ends', async () => {
    const whole = bytesOf(files[1].file);
    for (let length = 0; length < whole.length; length++) expect(await refusal(whole.subarray(0, length))).not.toBe('was read');
  });

  test('reads or refuses in one line whatever bytes are changed', async () => {
    const whole = bytesOf(files[10].file);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        async (changes) => {
          const file = whole.slice();
          for (const [at, value] of changes) file[at] = value;
          expect((await refusal(file)).length).toBeLessThan(300);
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe('topLevelKeys', () => {
  test('are those of the outermost object, each as often as it stands there', () => {
    expect(topLevelKeys('{"a": {"b": [1, {"c": 2}]}, "a": "x, y", "d\\"e": [], "f": {}}')).toEqual(['a', 'a', 'd"e', 'f']);
    expect(topLevelKeys('{}')).toEqual([]);
  });

  test('are the keys of what JSON.parse makes, where each stands there once', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(topLevelKeys(text)).toEqual(Object.entries(value).map(([key]) => key));
      }),
      { seed: 1 },
    );
  });
});
