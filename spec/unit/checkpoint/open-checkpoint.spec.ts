import { describe, expect, test } from 'vitest';
import { CheckpointError, openCheckpoint } from '../../../src/checkpoint/index.ts';
import { fixture } from '../../fixture.ts';
import { inMemory } from './in-memory.ts';

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

function safetensors(tensors: Readonly<Record<string, number[]>>): Uint8Array {
  let at = 0;
  const header = Object.fromEntries(
    Object.entries(tensors).map(([name, values]) => {
      const start = at;
      at += 4 * values.length;
      return [name, { dtype: 'F32', shape: [values.length], data_offsets: [start, at] }];
    }),
  );
  const text = json(header);
  const length = new Uint8Array(BigUint64Array.of(BigInt(text.length)).buffer);
  return new Uint8Array(Buffer.concat([length, text, floats(...Object.values(tensors).flat())]));
}

async function read(contents: Readonly<Record<string, Uint8Array>>, path: string) {
  const files = inMemory(contents);
  const checkpoint = await openCheckpoint(files, path);
  const tensors: Record<string, number[]> = {};
  for (const tensor of checkpoint.tensors) {
    const values: number[] = [];
    if (tensor.objection === null) for await (const piece of tensor.numbers()) values.push(...piece);
    tensors[tensor.name] = values;
  }
  await checkpoint.close();
  expect(files.left()).toBe(0);
  return { checkpoint, tensors };
}

/** What is said of files that are refused, in one line; nothing is left open. */
async function refusal(contents: Readonly<Record<string, Uint8Array>>, path: string): Promise<string> {
  const files = inMemory(contents);
  try {
    await openCheckpoint(files, path);
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError);
    expect(files.left()).toBe(0);
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    return message;
  }
  return 'was read';
}

describe('A .safetensors file', () => {
  interface Written {
    files: { name: string; file: string; tensors: Record<string, { shape: number[]; values: (number | string)[] }> }[];
  }
  const { files }: Written = fixture('safetensors/files.json');

  test.each(files)('has the numbers that the safetensors package wrote: $name', async ({ file, tensors }) => {
    const { tensors: found, checkpoint } = await read(
      { 'a/b.safetensors': new Uint8Array(Buffer.from(file, 'base64')) },
      'a/b.safetensors',
    );
    for (const { name, objection } of checkpoint.tensors)
      if (objection === null) expect(found[name]).toEqual(tensors[name].values.map(Number));
  });

  test('has its tensors by name, numbers as numbers', async () => {
    const { tensors } = await read(
      { 'm.safetensors': safetensors({ 'h.10.w': [1], 'h.9.w': [2], 'h.1.w': [3] }) },
      'm.safetensors',
    );
    expect(Object.keys(tensors)).toEqual(['h.1.w', 'h.9.w', 'h.10.w']);
  });

  test('of many numbers comes in pieces that join', async () => {
    const values = Array.from({ length: 5000 }, (_, i) => Math.fround(Math.sin(i)));
    const { tensors } = await read({ 'm.safetensors': safetensors({ w: values }) }, 'm.safetensors');
    expect(tensors).toEqual({ w: values });
  });
});

describe('An index of several .safetensors files', () => {
  const one = safetensors({ 'a.w': [1, 2], 'b.w': [3] });
  const two = safetensors({ 'c.w': [4] });
  const map = { 'a.w': 'one.safetensors', 'b.w': 'one.safetensors', 'c.w': 'two.safetensors' };
  const all = (
    weights: unknown,
    shards: Record<string, Uint8Array> = { 'm/one.safetensors': one, 'm/two.safetensors': two },
  ) => ({
    'm/model.safetensors.index.json': json({ metadata: {}, weight_map: weights }),
    ...shards,
  });
  const path = 'm/model.safetensors.index.json';

  test('is read with the shards beside it', async () => {
    const { tensors, checkpoint } = await read(all(map), path);
    expect(tensors).toEqual({ 'a.w': [1, 2], 'b.w': [3], 'c.w': [4] });
    expect([checkpoint.kind, checkpoint.layout]).toEqual(['safetensors', 'torch']);
  });

  test.each([
    [
      'a path out of its folder',
      { ...map, 'c.w': '../two.safetensors' },
      /names the shard "\.\.\/two\.safetensors"; a shard is a file in the same folder/,
    ],
    ['an absolute path', { ...map, 'c.w': '/etc/passwd' }, /a shard is a file in the same folder/],
    ['a path of Windows', { ...map, 'c.w': 'C:two.safetensors' }, /a shard is a file in the same folder/],
    ['the folder itself', { ...map, 'c.w': '..' }, /a shard is a file in the same folder/],
    ['a NUL in a path', { ...map, 'c.w': 'two\0.safetensors' }, /names the shard "two\\u0000\.safetensors"/],
    [
      'a shard that is not there',
      { ...map, 'd.w': 'three.safetensors' },
      /^its shard "three\.safetensors" cannot be opened: ENOENT/,
    ],
    ['a tensor that is not there', { ...map, 'd.w': 'two.safetensors' }, /^its shard "two\.safetensors" holds no tensor "d\.w"$/],
    [
      'a tensor in another shard',
      { ...map, 'b.w': 'two.safetensors' },
      /^its shard "one\.safetensors" holds "b\.w", which the index has elsewhere$/,
    ],
    [
      'a tensor that it does not name',
      { 'a.w': 'one.safetensors', 'c.w': 'two.safetensors' },
      /holds "b\.w", which the index has elsewhere/,
    ],
    ['a number for a path', { ...map, 'c.w': 3 }, /^its weight_map has 3 for "c\.w"$/],
    ['no map', [], /^its weight_map is no object$/],
  ])('is refused for %s', async (_, weights, words) => {
    expect(await refusal(all(weights), path)).toMatch(words);
  });

  test('is refused for a shard that is broken, by its name', async () => {
    const broken = all(map, { 'm/one.safetensors': one.slice(0, -1), 'm/two.safetensors': two });
    expect(await refusal(broken, path)).toMatch(/^its shard "one\.safetensors" ends at byte/);
  });
});

describe('A model.json of TensorFlow.js', () => {
  const weight = (name: string, shape: number[], more: object = {}) => ({ name, shape, dtype: 'float32', ...more });
  const model = (weights: unknown, paths: unknown = ['one.bin', 'two.bin']) => json({ weightsManifest: [{ paths, weights }] });
  const shards = {
    'm/one.bin': floats(1, 2, 3).slice(0, 10),
    'm/two.bin': new Uint8Array([...floats(1, 2, 3).slice(10), ...floats(4)]),
  };
  const weights = [weight('dense/kernel', [1, 3]), weight('dense/bias', [1])];

  test('is read with its shards, also where a tensor begins in one and ends in the next', async () => {
    const { tensors, checkpoint } = await read({ 'm/model.json': model(weights), ...shards }, 'm/model.json');
    expect(tensors).toEqual({ 'dense/kernel': [1, 2, 3], 'dense/bias': [4] });
    expect([checkpoint.kind, checkpoint.layout]).toEqual(['tfjs', 'tf']);
  });

  test('is read where it is quantised to halves, and says what else it is quantised to', async () => {
    const halves = new Uint8Array(Uint16Array.of(0x3c00, 0xc000).buffer);
    const quantised = [
      weight('h', [2], { quantization: { dtype: 'float16' } }),
      weight('q', [4], { quantization: { dtype: 'uint8', min: 0, scale: 1 } }),
    ];
    const { tensors, checkpoint } = await read(
      { 'm.json': model(quantised, ['one.bin']), 'one.bin': new Uint8Array([...halves, 1, 2, 3, 4]) },
      'm.json',
    );
    expect(tensors).toEqual({ h: [1, -2], q: [] });
    expect(checkpoint.tensors.map(({ objection }) => objection)).toEqual([
      null,
      'quantised to uint8: a grid of numbers is of no law',
    ]);
  });

  test.each([
    [
      'shards that are too short',
      [...weights, weight('more', [2])],
      undefined,
      /^its shards \["one\.bin","two\.bin"\] have 16 bytes, and the weights in them take 24$/,
    ],
    ['shards that are too long', [weights[0]], undefined, /have 16 bytes, and the weights in them take 12$/],
    ['a path out of its folder', weights, ['../one.bin', 'two.bin'], /a shard is a file in the same folder/],
    ['a shard twice', weights, ['one.bin', 'one.bin'], /names "one\.bin" twice/],
    ['a name twice', [weights[0], weights[0]], undefined, /names "dense\/kernel" twice/],
    ['text', [weight('t', [1], { dtype: 'string' })], undefined, /^weight "t": is of dtype "string"; known are float32/],
    ['a shape that is none', [weight('t', [-1])], undefined, /^weight "t": has the shape \[-1\]$/],
    ['a shape beyond all numbers', [weight('t', [2 ** 40, 2 ** 40])], undefined, /and the weights in them take 4\.8\d+e\+24$/],
    ['a quantisation of its own', [weight('t', [1], { quantization: { dtype: 'int4' } })], undefined, /is quantised to "int4"/],
    ['a weight that is none', [null], undefined, /has null for a weight/],
    ['weights that are none', 'all', undefined, /has the weights "all"/],
    ['paths that are none', weights, [1], /has the paths \[1\]/],
  ])('is refused for %s', async (_, list, paths, words) => {
    expect(await refusal({ 'm/model.json': model(list, paths), ...shards }, 'm/model.json')).toMatch(words);
  });

  test('is refused where it is no such thing', async () => {
    expect(await refusal({ 'a.json': json({}) }, 'a.json')).toMatch(/^is neither an index of safetensors/);
    expect(await refusal({ 'a.json': json([]) }, 'a.json')).toBe('it is no object');
    expect(await refusal({ 'a.json': json({ weightsManifest: {} }) }, 'a.json')).toBe('its weightsManifest is no list');
    expect(await refusal({ 'a.json': new TextEncoder().encode('[['.repeat(5_000_000)) }, 'a.json')).toBe(
      'it is nested more than 64 deep',
    );
    expect(await refusal({ 'a.json': new Uint8Array(2 ** 24 + 1).fill(32) }, 'a.json')).toMatch(
      /^has 16777217 bytes; of JSON at most 16777216 are read$/,
    );
  });
});

test('Names from a file show nothing hidden in a message, and are cut', async () => {
  const name = `\u001b[31m\u202e${'x'.repeat(100)}`;
  const said = await refusal({ 'm.json': json({ weight_map: { a: `../${name}` } }) }, 'm.json');
  expect(said).toMatch(/^names the shard "\.\.\/\\u001b\[31m\\u202ex+…; a shard is/);
});

test.each([
  ['model.pt', /^is of a format that is not read: save its weights as \.safetensors/],
  ['model', /^has no ending that is known/],
])('%s is refused by its name', async (path, words) => {
  expect(await refusal({ [path]: new Uint8Array(8) }, path)).toMatch(words);
});
