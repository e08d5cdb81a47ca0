import { describe, expect, test } from 'vitest';
import { calculateGain, fans, type InitializerOptions, initializerNamed, weight } from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { type Source, TorchGenerator } from '../../../src/random/index.ts';
import { fixture } from '../../fixture.ts';
import { checksum, type Stored } from '../random/torch.ts';

type StoredOptions = Record<string, Stored | boolean>;

interface Entry {
  init: string;
  options: StoredOptions;
  shape: number[];
  seed: string;
  first: Stored[];
  last: Stored[];
  bits: number;
  sum: number;
  sumsq: number;
  float32Error: number;
  /** The generator's next word: the initializer drew neither too often nor too seldom. */
  next: number;
}

interface Tried {
  call: string;
  raises: boolean;
  message: string | null;
  warns: string | null;
}

const entriesOf = (file: string) => fixture<{ entries: Entry[] }>(`torch/${file}.json`).entries;
const errors = fixture<{
  initializers: (Tried & { init: string; options: StoredOptions; shape: number[]; values?: Stored[] })[];
  calculateGain: (Tried & { nonlinearity: string; param: Stored | boolean | null })[];
}>('torch/errors.json');

const parsed = (value: unknown) => (['NaN', 'Infinity', '-Infinity'].includes(value as string) ? Number(value) : value);
const optionsOf = (stored: StoredOptions) =>
  Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, parsed(value)])) as InitializerOptions;
const titled = ({ init, options, shape, seed }: Entry) =>
  `${init} ${JSON.stringify(options)} of [${shape.join(', ')}], seed ${seed}`;

function drawn({ init, options, shape, seed }: Entry): { values: Float32Array; next: number } {
  const generator = new TorchGenerator(seed);
  return { values: weight(initializerNamed(init, optionsOf(options)), shape, generator), next: generator.word() };
}

const EXACT = [
  'uniform',
  'normal',
  'trunc-normal',
  'fixed',
  'xavier-uniform',
  'xavier-normal',
  'kaiming-uniform',
  'kaiming-normal',
  'sparse',
];

describe('over PyTorch’s generator', () => {
  test.each(EXACT)('%s draws PyTorch’s bits, and as many words: every entry of the fixture', (file) => {
    for (const entry of entriesOf(file)) {
      const { values, next } = drawn(entry);
      expect([checksum(values), next], titled(entry)).toEqual([entry.bits, entry.next]);
      const ends = [values.subarray(0, entry.first.length), values.subarray(values.length - entry.last.length)];
      expect(
        ends.map((end) => Array.from(end)),
        titled(entry),
      ).toEqual([entry.first, entry.last]);
    }
  });

  // PyTorch decomposes the same normals in float32, so its own last digits depend on the library beneath it. Householder's Q is off by
  // some 2⁻²⁴ times the matrix's condition: 4e-6·gain in almost every matrix, which the fixture's are (float32Error).
  test('orthogonal draws PyTorch’s matrix to 4e-6·gain, the sign of every entry that is larger, and as many words', () => {
    for (const entry of entriesOf('orthogonal')) {
      const { values, next } = drawn(entry);
      const bound = 4e-6 * Math.abs((entry.options['gain'] as number | undefined) ?? 1);
      const expected = [...entry.first, ...entry.last] as number[];
      const ends = [...values.subarray(0, entry.first.length), ...values.subarray(values.length - entry.last.length)];
      const error = Math.max(...ends.map((value, i) => Math.abs(value - expected[i])));
      expect(error, titled(entry)).toBeLessThanOrEqual(bound);
      expect(next, titled(entry)).toBe(entry.next);
      // Σ of n entries each off by the bound, and Σ of squares: (|q| + bound)² − q², with Σ|q| ≤ √(n·Σq²) by Cauchy & Schwarz.
      const n = values.length;
      const sum = values.reduce((total, value) => total + value, 0);
      const squares = values.reduce((total, value) => total + value * value, 0);
      expect(Math.abs(sum - entry.sum), titled(entry)).toBeLessThanOrEqual(n * bound);
      expect(Math.abs(squares - entry.sumsq), titled(entry)).toBeLessThanOrEqual(
        2 * bound * Math.sqrt(n * entry.sumsq) + n * bound ** 2,
      );
    }
  });

  test('sparse takes the normals from one generator and the permutations from another, where a source is made of two', () => {
    const { twoGenerators } = fixture<{ twoGenerators: (Entry & { generator: string; global: string; sparsity: number })[] }>(
      'torch/sparse.json',
    );
    for (const { generator, global, sparsity, shape, bits } of twoGenerators) {
      const [own, other] = [new TorchGenerator(generator), new TorchGenerator(global)];
      const both: Source = {
        word: () => own.word(),
        uniforms: (...given) => own.uniforms(...given),
        normals: (...given) => own.normals(...given),
        truncatedNormals: (...given) => own.truncatedNormals(...given),
        permutation: (n) => other.permutation(n),
      };
      expect(checksum(weight(initializerNamed('sparse_', { sparsity }), shape, both))).toBe(bits);
    }
  });
});

describe('where PyTorch', () => {
  // Those whose options no InitializerOptions can hold are refused or let pass all the same: types are not looked at when it runs.
  const make = ({ init, options, shape }: (typeof errors.initializers)[number]) => {
    const made = initializerNamed(init, optionsOf(options));
    return { warnings: made.warnings?.(shape) ?? [], values: weight(made, shape, new TorchGenerator(1)) };
  };

  test.each(errors.initializers.filter(({ raises }) => raises))('raises, so do we: $call', (tried) => {
    expect(() => make(tried)).toThrow(ParameterError);
  });

  test.each(errors.initializers.filter(({ raises }) => !raises))('draws, so do we, and warn where it warns: $call', (tried) => {
    const { values, warnings } = make(tried);
    expect(warnings.length > 0).toBe(tried.warns !== null);
    const expected = (tried.values ?? []).map((value) => Number(value));
    if (tried.init === 'orthogonal_') {
      // Zero times a negative entry, and infinite ones, have the sign of an entry too small for a float32 decomposition to know.
      expect(values.length).toBe(expected.length);
      values.forEach((value, i) => {
        if (Number.isFinite(expected[i])) expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(4e-6);
        else expect(value).toBe(expected[i]);
      });
    } else expect(Array.from(values)).toEqual(expected);
  });

  test('counts fans, we count the same', () => {
    const counted = fixture<{ fans: { shape: number[]; fanIn: number; fanOut: number }[] }>('torch/gains.json').fans;
    for (const { shape, ...expected } of counted) expect(fans(shape), `[${shape.join(', ')}]`).toEqual(expected);
  });

  test('calculates a gain, we get the same number', () => {
    const { gains } = fixture<{ gains: { nonlinearity: string; param: Stored | null; gain: Stored }[] }>('torch/gains.json');
    for (const { nonlinearity, param, gain } of gains) {
      const given = param === null ? undefined : Number(param);
      expect(calculateGain(nonlinearity, given), `${nonlinearity}, ${param}`).toBe(Number(gain));
    }
  });

  test.each(errors.calculateGain)(
    'refuses to calculate a gain, so do we, and only there: $call',
    ({ nonlinearity, param, raises }) => {
      const calculate = () => calculateGain(nonlinearity, (param === null ? undefined : parsed(param)) as number | undefined);
      if (raises) expect(calculate).toThrow(ParameterError);
      else expect(calculate).not.toThrow();
    },
  );
});
