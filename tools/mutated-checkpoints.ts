import { readFileSync } from 'node:fs';
import { CheckpointError, type Files, openCheckpoint } from '../src/checkpoint/index.ts';
import { Stream } from '../src/random/index.ts';

/** Files that belong together, and the one of them that is opened. */
export interface Corpus {
  readonly path: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

interface Fixture {
  files: { file: string }[];
  refused: { file: string }[];
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')) as T;

/** Small files of every kind that is read, right and wrong ones. */
export function corpus(): Corpus[] {
  const safetensors = read<Fixture>('safetensors/files.json');
  const npz = read<Fixture>('npz/files.json');
  const npy = read<{ arrays: { npy: string }[] }>('npy/arrays.json');
  const single = (path: string, files: readonly string[]) => files.map((file) => ({ path, files: { [path]: bytesOf(file) } }));
  const [one, two] = [safetensors.files[0].file, safetensors.files[1].file].map(bytesOf);
  const floats = new Uint8Array(Float32Array.from({ length: 6 }, (_, i) => i).buffer);
  const weights = [
    { name: 'dense/kernel', shape: [2, 2], dtype: 'float32' },
    { name: 'dense/bias', shape: [4], dtype: 'float32', quantization: { dtype: 'float16' } },
  ];
  return [
    ...single(
      'm.safetensors',
      [...safetensors.files, ...safetensors.refused].map(({ file }) => file),
    ),
    ...single(
      'm.npz',
      [...npz.files, ...npz.refused].map(({ file }) => file),
    ),
    ...single(
      'm.npy',
      npy.arrays.map((array) => array.npy),
    ),
    {
      path: 'm.json',
      files: {
        'm.json': json({ weight_map: { weight: 'one.safetensors' } }),
        'one.safetensors': one,
        'two.safetensors': two,
      },
    },
    {
      path: 'm.json',
      files: {
        'm.json': json({ weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights }] }),
        'a.bin': floats.slice(0, 10),
        'b.bin': floats.slice(10),
      },
    },
  ];
}

const EXTREMES = [
  '0',
  '-1',
  '2147483648',
  '4294967295',
  '9007199254740992',
  '1e308',
  '1e999',
  '-0',
  '""',
  'null',
  '[]',
  '{}',
  'true',
  '"__proto__"',
];

/** A corpus's files, one of them bent in one to four places. */
export function mutated({ path, files }: Corpus, stream: Stream): Corpus {
  const names = Object.keys(files);
  const victim = names[below(stream, names.length)];
  let bytes = files[victim];
  for (let bends = 1 + below(stream, 4); bends > 0; bends--) bytes = BENDS[below(stream, BENDS.length)](bytes, stream);
  return { path, files: { ...files, [victim]: bytes } };
}

const below = (stream: Stream, n: number): number => (n === 0 ? 0 : stream.word() % n);

type Bend = (bytes: Uint8Array, stream: Stream) => Uint8Array;

const spliced = (bytes: Uint8Array, at: number, removed: number, put: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]));

const BENDS: readonly Bend[] = [
  // Bytes, bits, and a byte near the beginning, where headers are.
  (bytes, stream) => spliced(bytes, below(stream, bytes.length), 1, Uint8Array.of(stream.word() & 255)),
  (bytes, stream) => {
    const bent = bytes.slice();
    if (bent.length > 0) bent[below(stream, bent.length)] ^= 1 << below(stream, 8);
    return bent;
  },
  (bytes, stream) => {
    const bent = bytes.slice();
    if (bent.length > 0) bent[below(stream, Math.min(bent.length, 160))] = stream.word() & 255;
    return bent;
  },
  // Sizes: eight bytes of a large number, and four.
  (bytes, stream) => spliced(bytes, below(stream, bytes.length), 8, new Uint8Array(8).fill(below(stream, 256))),
  (bytes, stream) => spliced(bytes, below(stream, bytes.length), 4, new Uint8Array(Uint32Array.of(stream.word()).buffer)),
  // Less, more, and twice.
  (bytes, stream) => bytes.slice(0, below(stream, bytes.length + 1)),
  (bytes, stream) => spliced(bytes, below(stream, bytes.length), below(stream, 20), new Uint8Array(0)),
  (bytes, stream) => spliced(bytes, below(stream, bytes.length), 0, new Uint8Array(below(stream, 40)).fill(below(stream, 256))),
  (bytes, stream) => {
    const [from, to] = [below(stream, bytes.length), below(stream, bytes.length)];
    return spliced(bytes, to, 0, bytes.slice(from, from + below(stream, 200)));
  },
  // A number in a header, and a name.
  (bytes, stream) => inText(bytes, stream, /-?\d+/g, EXTREMES[below(stream, EXTREMES.length)]),
  (bytes, stream) => inText(bytes, stream, /"[^"]*"/g, EXTREMES[below(stream, EXTREMES.length)]),
  (bytes, stream) =>
    inText(bytes, stream, /"[^"]*"/g, `"${'\\u001b[31m'.repeat(below(stream, 3))}${'x'.repeat(below(stream, 3000))}"`),
];

/** One of the matches in the text that bytes are, replaced. */
function inText(bytes: Uint8Array, stream: Stream, what: RegExp, by: string): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const matches = [...text.matchAll(what)];
  if (matches.length === 0) return bytes;
  const { index, 0: found } = matches[below(stream, matches.length)];
  return spliced(bytes, index, found.length, new Uint8Array(Buffer.from(by, 'latin1')));
}

/** What came of a file: read, refused in a line, or what should not have happened. */
export interface Outcome {
  readonly kind: 'read' | 'refused' | 'wrong';
  readonly words: string;
  readonly milliseconds: number;
}

/** Opens files that are there as bytes, and reads every number. */
export async function tried({ path, files }: Corpus): Promise<Outcome> {
  const started = performance.now();
  const inMemory: Files = {
    open: (name) => {
      const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
      if (!bytes) return Promise.reject(new Error(`no such file: ${name}`));
      return Promise.resolve({
        size: bytes.length,
        read: (start, length) => Promise.resolve(bytes.subarray(start, start + length)),
        close: () => Promise.resolve(),
      });
    },
  };
  const ended = (kind: Outcome['kind'], words: string): Outcome => ({ kind, words, milliseconds: performance.now() - started });
  try {
    const checkpoint = await openCheckpoint(inMemory, path);
    let numbers = 0;
    for (const tensor of checkpoint.tensors) {
      if (tensor.objection === null) for await (const piece of tensor.numbers()) numbers += piece.length;
    }
    await checkpoint.close();
    return ended('read', `${numbers} numbers`);
  } catch (error) {
    if (!(error instanceof CheckpointError))
      return ended('wrong', error instanceof Error ? (error.stack ?? error.message) : String(error));
    const { message } = error;
    // A file's names may not reach a terminal as they are, nor fill it.
    const plain = message.length <= 1000 && !/[\u0000-\u001f\u007f-\u009f]/.test(message);
    return ended(plain ? 'refused' : 'wrong', message);
  }
}

/** The stream that the i-th mutation of a seed is made by. */
export const streamOf = (seed: string, i: number): Stream => new Stream(seed, `mutation ${i}`);
