import { describe, expect, test } from 'vitest';
import { CheckpointError, openCheckpoint } from '../../../src/checkpoint/index.ts';
import { fixture } from '../../fixture.ts';
import { inMemory } from './in-memory.ts';

interface Files {
  files: {
    name: string;
    file: string;
    tensors: Record<string, { shape: number[]; fortran: boolean; values: number[] }>;
    others: string[];
  }[];
  refused: { name: string; file: string }[];
}

const { files, refused }: Files = fixture('npz/files.json');
const bytesOf = (file: string) => new Uint8Array(Buffer.from(file, 'base64'));

/** Opens an archive and reads every number in it. */
async function readAll(file: Uint8Array) {
  const checkpoint = await openCheckpoint(inMemory({ 'a.npz': file }), 'a.npz');
  const found = new Map<string, number[]>();
  try {
    for (const { name, objection, numbers } of checkpoint.tensors.map((tensor) => ({
      ...tensor,
      numbers: () => tensor.numbers(),
    }))) {
      const values: number[] = [];
      if (objection === null) for await (const piece of numbers()) values.push(...piece);
      found.set(name, values);
    }
  } finally {
    await checkpoint.close();
  }
  return { checkpoint, found };
}

describe('An .npz file', () => {
  test.each(files)('has the numbers that NumPy wrote: $name', async ({ file, tensors, others }) => {
    const { checkpoint, found } = await readAll(bytesOf(file));
    expect(checkpoint.tensors.filter(({ objection }) => objection !== null).map(({ name }) => name)).toEqual(others);
    for (const [name, { shape, fortran, values }] of Object.entries(tensors)) {
      const tensor = checkpoint.tensors.find((one) => one.name === name);
      expect(tensor?.shape).toEqual(shape);
      expect(tensor?.order).toBe(fortran ? 'column-major' : 'row-major');
      expect(found.get(name)).toEqual(values);
    }
  });

  const WORDS: Readonly<Record<string, RegExp>> = {
    'an entry that is no array': /^entry "readme\.txt": is no \.npy file$/,
    'an entry of objects': /^entry "a\.npy": its numbers are of type "\|O"/,
    'an entry of text': /^entry "a\.npy": its numbers are of type "<U3"/,
    'a name twice': /^entry "a\.npy": is there twice$/,
    'an unknown method': /^entry "a\.npy": is packed by method 14; stored and deflated ones are read$/,
    'an entry that is encrypted': /^entry "a\.npy": is encrypted$/,
    'two entries that share bytes': /^entry "b\.npy": begins at byte 0, within "a\.npy"$/,
    'an entry beyond the end': /^entry "b\.npy": would end at byte \d+ of \d+$/,
    'an entry that says it is smaller': /^entry "a\.npy": cannot be unpacked: too many bytes in the stream/,
    'an entry that says it is larger': /^entry "a\.npy": has 2147483520 bytes of numbers, and shape/,
    'an array with fewer numbers than its shape': /^entry "a\.npy": has 20 bytes of numbers, and shape \(6\) of <f4 takes 24$/,
    'a path out of the archive': /^cannot be unpacked: invalid relative path: \.\.\/a\.npy$/,
  };

  test.each(refused)('is refused for $name', async ({ name, file }) => {
    const error: unknown = await readAll(bytesOf(file)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CheckpointError);
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    expect(message).toMatch(WORDS[name] ?? /^cannot be unpacked: /);
  });

  test('whose numbers unpack to more than it says is refused as they are read', async () => {
    // The archive's and the array's sizes agree, and what is packed is longer.
    const whole = bytesOf(files.find(({ name }) => name === 'deflated, many numbers')!.file);
    const text = Buffer.from(whole).toString('latin1');
    const at = text.indexOf('PK\u0001\u0002') + 24;
    const file = whole.slice();
    new DataView(file.buffer).setUint32(at, new DataView(whole.buffer).getUint32(at, true) - 4, true);
    const error: unknown = await readAll(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CheckpointError);
  });
});
