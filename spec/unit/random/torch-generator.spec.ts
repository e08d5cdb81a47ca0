import { describe, expect, test } from 'vitest';
import { ParameterError } from '../../../src/parameter.ts';
import { TorchGenerator } from '../../../src/random/index.ts';
import { fixture } from '../../fixture.ts';
import { checksum } from './torch.ts';

interface Drawn {
  seed: string;
  n: number;
  bits: number;
  /** The generator's next word: it drew neither too often nor too seldom. */
  next: number;
}

interface Call {
  call: 'normal_' | 'uniform_' | 'randperm' | 'manual_seed';
  n: number;
  mean: number;
  std: number;
  a: number;
  b: number;
  seed: string;
  values: number[];
}

const { words, rand, randn, sequences, randperm } = fixture<{
  words: { seed: string; words1To10: number[]; words700To705: number[] }[];
  rand: (Drawn & { values?: number[] })[];
  randn: (Drawn & { values?: number[] })[];
  sequences: { seed: string; calls: Call[]; next: number }[];
  randperm: (Drawn & { values?: number[]; first?: number[] })[];
}>('torch/generator.json');
const { others } = fixture<{ others: { call: string; raises: boolean }[] }>('torch/errors.json');

const wordsOf = (generator: TorchGenerator, count: number) => Array.from({ length: count }, () => generator.word());

describe('PyTorch’s generator, bit for bit', () => {
  test.each(words)('from the seed $seed draws PyTorch’s words, the 700th too', ({ seed, words1To10, words700To705 }) => {
    const drawn = wordsOf(new TorchGenerator(seed), 705);
    expect(drawn.slice(0, 10)).toEqual(words1To10);
    expect(drawn.slice(699)).toEqual(words700To705);
  });

  test('takes a seed as a text, a bigint or a number', () => {
    const seeds = ['81985529216486895', 81985529216486895n, '-3', -3n, -3];
    const [text, big, negative, negativeBig, negativeNumber] = seeds.map((seed) => wordsOf(new TorchGenerator(seed), 3));
    expect(big).toEqual(text);
    expect([negativeBig, negativeNumber]).toEqual([negative, negative]);
    expect(text).not.toEqual(negative);
  });

  test('draws 1 to 40 uniforms as torch.rand does', () => {
    for (const { seed, n, bits, next, values } of rand) {
      const generator = new TorchGenerator(seed);
      const drawn = generator.uniforms(new Float32Array(n));
      expect([checksum(drawn), generator.word()], `rand(${n}), seed ${seed}`).toEqual([bits, next]);
      if (values) expect(Array.from(drawn)).toEqual(values);
    }
  });

  test('draws 1 to 40 normals as torch.randn does: pairs below 16, blocks of 16 from there, and a ragged tail drawn anew', () => {
    for (const { seed, n, bits, next, values } of randn) {
      const generator = new TorchGenerator(seed);
      const drawn = generator.normals(new Float32Array(n));
      expect([checksum(drawn), generator.word()], `randn(${n}), seed ${seed}`).toEqual([bits, next]);
      if (values) expect(Array.from(drawn)).toEqual(values);
    }
  });

  test('makes permutations as torch.randperm does', () => {
    for (const { seed, n, bits, next, values, first } of randperm) {
      const generator = new TorchGenerator(seed);
      const drawn = generator.permutation(n);
      expect([checksum(drawn), generator.word()], `randperm(${n}), seed ${seed}`).toEqual([bits, next]);
      expect(Array.from(drawn.subarray(0, (values ?? first)?.length))).toEqual(values ?? first);
    }
  });

  test.each(sequences)(
    'keeps the second of a pair of normals for the next few, whatever comes between: seed $seed',
    (sequence) => {
      let generator = new TorchGenerator(sequence.seed);
      const run = ({ call, n, mean, std, a, b, seed }: Call) => {
        switch (call) {
          case 'normal_':
            return generator.normals(new Float32Array(n), mean, std);
          case 'uniform_':
            return generator.uniforms(new Float32Array(n), a, b);
          case 'randperm':
            return generator.permutation(n);
          case 'manual_seed':
            generator = new TorchGenerator(seed);
            return [];
        }
      };
      for (const call of sequence.calls) expect(Array.from(run(call)), JSON.stringify(call)).toEqual(call.values ?? []);
      expect(generator.word()).toBe(sequence.next);
    },
  );
});

describe('a seed', () => {
  const seeds = others.flatMap(({ call, raises }) => {
    const seed = /manual_seed\((.*)\)/.exec(call)?.[1];
    return seed === undefined ? [] : [{ seed, raises }];
  });

  test.each(seeds)('that PyTorch refuses is refused: $seed', ({ seed, raises }) => {
    expect(raises).toBe(true);
    expect(() => new TorchGenerator(seed)).toThrow(ParameterError);
    expect(() => new TorchGenerator(seed)).toThrow(`seed must be an integer from −2^63 to 2^64 − 1; got "${seed}"`);
  });

  test.each([1.5, Number.NaN, 2 ** 53, '', '1.5', 'one', ' 1', 2n ** 64n])(
    'is an integer that the caller can write: %s is none',
    (seed) => {
      expect(() => new TorchGenerator(seed)).toThrow('seed must be an integer from −2^63 to 2^64 − 1; got');
    },
  );
});
