import { describe, expect, test } from 'vitest';
import { relu, tanh } from '../../../src/activation/index.ts';
import { audit, type AuditOptions, type Expectation, EXPECTATIONS_SCHEMA, expectationsOf } from '../../../src/audit/index.ts';
import { kaimingNormal, kaimingUniform, normal, truncNormal, uniform, zeros } from '../../../src/init/index.ts';
import { checkpointOf, type Made } from './checkpoint-of.ts';
import { drawn } from './drawn.ts';

const of = (tensors: Readonly<Record<string, Made>>, options: AuditOptions = {}) =>
  audit([{ file: 'made', checkpoint: checkpointOf(tensors) }], options);

const SEEDS = Array.from({ length: 20 }, (_, i) => 101 + i);

describe('One seed for two layers is found', () => {
  const first = (seed: number) => drawn(kaimingNormal(), [128, 128], seed, 'one');

  test('where a layer is a copy of another', async () => {
    for (const seed of SEEDS) {
      const { findings } = await of({ a: first(seed), b: drawn(kaimingNormal(), [128, 128], seed, 'other'), c: first(seed) });
      expect(findings.map(({ kind, severity, tensors, says }) => [kind, severity, tensors, says.en])).toEqual([
        ['duplicate', 'error', ['a', 'c'], 'hold the same numbers'],
      ]);
    }
  });

  test('where shape and scale are others', async () => {
    const { data } = first(1);
    const { findings } = await of({ a: first(1), b: { shape: [64, 32], data: data.slice(0, 2048).map((value) => -3 * value) } });
    expect(findings[0].says.en).toBe('begin with the same draw, up to a factor');
  });

  test('and not where two files hold the same checkpoint, which are told apart', async () => {
    const broken = first(1);
    broken.data[0] = Number.NaN;
    const files = [
      { file: 'one', checkpoint: checkpointOf({ a: first(1) }) },
      { file: 'two', checkpoint: checkpointOf({ a: broken }) },
    ];
    const { findings } = await audit(files);
    expect(findings.map(({ kind, file, tensors }) => [kind, file, tensors])).toEqual([['non-finite', 'two', ['a']]]);
  });

  test('and not where vectors that are all near 1 look alike', async () => {
    const near = (label: string) => drawn(normal({ mean: 1, std: 0.001 }), [256], 1, label);
    const { findings } = await of({ 'ln1.weight': near('one'), 'ln2.weight': near('other'), z1: drawn(zeros(), [64], 1) });
    expect(findings).toEqual([]);
  });

  test('and is no error of tensors of which nothing is expected', async () => {
    const expectations = { schema: EXPECTATIONS_SCHEMA, tensors: { '*': { any: true } } } as const;
    const { findings } = await of({ a: first(1), b: first(1) }, { expectations });
    expect(findings.map(({ severity }) => severity)).toEqual(['note']);
  });
});

describe('What is broken is found', () => {
  test('numbers that are not finite', async () => {
    const made = drawn(kaimingNormal(), [64, 96], 1);
    made.data.set([Number.NaN, Infinity, Number.NaN], 7);
    const { findings, tensors } = await of({ w: made });
    expect(findings.map(({ says }) => says.en)).toEqual(['has 2 NaN and 1 infinite numbers']);
    expect(tensors[0].schemes[0].name).toBe("kaiming_normal_(nonlinearity='relu')");
  });

  test('units that nothing enters, and the law of the others is known', async () => {
    const made = drawn(kaimingNormal(), [64, 128], 1);
    made.data.fill(0, 5 * 128, 7 * 128);
    const { findings, tensors } = await of({ w: made });
    expect(findings.map(({ kind, says }) => [kind, says.en])).toEqual([
      ['dead', '2 of its units and 0 of its inputs are dead: all their weights are 0'],
    ]);
    expect(tensors[0].schemes.map(({ name }) => name)).toContain("kaiming_normal_(nonlinearity='relu')");
  });

  test('but a row of zeros in an embedding is its padding', async () => {
    const made = drawn(normal(), [64, 128], 1);
    made.data.fill(0, 0, 128);
    const { findings } = await of({ 'wte.weight': made });
    expect(findings.map(({ severity }) => severity)).toEqual(['note']);
  });

  test('the variance for the std: of several shapes for sure, of one perhaps', async () => {
    const variances = (fanIn: number, seed: number) => drawn(normal({ std: 1 / fanIn }), [320, fanIn], seed, `fan ${fanIn}`);
    for (const seed of SEEDS) {
      const several = (await of({ a: variances(100, seed), b: variances(144, seed) })).findings;
      expect(several.map(({ kind, severity, tensors, says }) => [kind, severity, tensors, says.en])).toEqual([
        ['mistake', 'error', ['a', 'b'], 'the variance passed as the std (LeCun, its variance for the std)'],
      ]);
      const one = (await of({ a: variances(100, seed) })).findings;
      expect(one.map(({ severity, says }) => [severity, says.en])).toEqual([
        ['note', 'perhaps the variance passed as the std (LeCun, its variance for the std)'],
      ]);
    }
  });

  test('what TensorFlow.js draws for heNormal, by its family, of one weight too', async () => {
    const std = Math.sqrt(2 / 100);
    const { findings } = await of({ w: drawn(truncNormal({ std, a: -2 * std, b: 2 * std }), [320, 100], 1) });
    expect(findings.map(({ severity, says }) => [severity, says.en.slice(0, 61)])).toEqual([
      ['error', 'normal weights cut at two standard deviations and not rescaled'.slice(0, 61)],
    ]);
  });
});

describe('The gain against the activation that it feeds', () => {
  const options = {
    activations: [
      { pattern: 'head', activation: tanh },
      { pattern: '*', activation: relu },
    ],
  };

  test('is noted where it is another, the first pattern holding', async () => {
    const kaiming = drawn(kaimingNormal(), [320, 100], 1);
    const { findings, tensors } = await of(
      {
        fc: kaiming,
        head: drawn(kaimingNormal({ nonlinearity: 'linear' }), [320, 100], 3),
        plain: drawn(kaimingUniform({ slope: Math.sqrt(5) }), [320, 100], 2),
      },
      options,
    );
    expect(tensors.map(({ activation }) => activation)).toEqual(['relu', 'tanh', 'relu']);
    const gains = findings.filter(({ kind }) => kind === 'gain');
    expect(gains.map(({ tensors: [name], severity, says }) => [name, severity, says.en.replace(/0\.57\d+/, '0.57')])).toEqual([
      ['head', 'note', expect.stringMatching(/^the gain is (1|1\.0\d+|0\.99\d*), and tanh needs 1\.593$/)],
      ['plain', 'note', 'the gain is 0.57, and relu needs 1.414'],
    ]);
  });
});

test('A gain that is too great is noted too', async () => {
  const made = drawn(kaimingNormal(), [320, 100], 1);
  const { findings } = await of(
    { w: { ...made, data: made.data.map((value) => 1.3 * value) } },
    { activations: [{ pattern: '*', activation: relu }] },
  );
  expect(findings.map(({ says }) => says.en)).toEqual([expect.stringMatching(/^the gain is 1\.8\d+, and relu needs 1\.414$/)]);
  expect(findings[0].advice?.en).toMatch(/^multiply the std by 0\.7[67]\d*, if/);
});

describe('A histogram', () => {
  test('holds every number, and what the law that is named expects', async () => {
    const made = drawn(kaimingNormal(), [320, 100], 1);
    const [{ histogram }] = (await of({ w: made })).tensors;
    const { from, to, counts, expected = [] } = histogram!;
    const largest = Math.max(...made.data.map(Math.abs));
    expect([from, to]).toEqual([-largest, largest]);
    const direct = new Array<number>(counts.length).fill(0);
    for (const value of made.data)
      direct[Math.min(counts.length - 1, Math.floor(((value - from) / (to - from)) * counts.length))]++;
    counts.forEach((count, bar) => {
      // bfloat16 bins are 1/128 of their numbers wide, and a bar is a twentieth of the largest: at either edge a sixth of a bar may be astray.
      expect(Math.abs(count - direct[bar])).toBeLessThan(
        5 + 0.33 * Math.max(direct[bar], direct[bar - 1] ?? 0, direct[bar + 1] ?? 0),
      );
      expect(Math.abs(direct[bar] - expected[bar])).toBeLessThan(6 * Math.sqrt(expected[bar] + 1));
    });
    expect(Math.abs(counts.reduce((sum, count) => sum + count) - 32_000)).toBeLessThan(41);
  });

  test('of a constant is none', async () => {
    const [{ histogram }] = (await of({ w: drawn(zeros(), [4, 4], 1) })).tensors;
    expect(histogram).toBeNull();
  });
});

describe('A chain of layers', () => {
  const relus = { activations: [{ pattern: '*', activation: relu }] };
  const stack = (std: (fanIn: number) => number, depth = 20) =>
    Object.fromEntries(
      Array.from({ length: depth }, (_, l) => [`fc${l}.weight`, drawn(normal({ std: std(64) }), [64, 64], 1, `layer ${l}`)]),
    );

  test('that loses its signal says in how many layers', async () => {
    // √2 lost a layer: half is lost in two.
    const [{ says, layers }, ...others] = (
      await of(
        stack((fan) => Math.sqrt(1 / fan)),
        relus,
      )
    ).chains;
    expect(others).toEqual([]);
    expect(says.en).toMatch(
      /^this stack of 20 loses half its signal in 2 layers \(×0\.0\d+ over all\), and on the way back loses half its gradient in 2 layers/,
    );
    expect(layers).toHaveLength(20);
    for (const { std, gradientStd } of layers) {
      for (const { predicted, lo, hi } of [std, gradientStd]) {
        // Mean field lies in the range of networks that are 64 wide.
        expect(Number(lo)).toBeLessThan(Number(predicted));
        expect(Number(hi)).toBeGreaterThan(Number(predicted) * 0.9);
      }
    }
  });

  test('that keeps it says so', async () => {
    const [{ says }] = (
      await of(
        stack((fan) => Math.sqrt(2 / fan)),
        relus,
      )
    ).chains;
    expect(says.en).toMatch(
      /^this stack of 20 (keeps its signal|loses half its signal in \d\d+ layers|doubles its signal in \d\d+ layers)/,
    );
  });

  test('ends at normalisation, at attention, and where sizes do not fit; biases belong to it', async () => {
    const weight = (name: string, out: number, into: number) => [name, drawn(kaimingNormal(), [out, into], 1, name)] as const;
    const names = async (...tensors: (readonly [string, Made])[]) =>
      (await of(Object.fromEntries(tensors), relus)).chains.map(({ layers }) => layers.map(({ tensor }) => tensor));
    const [a, b, c, d] = [
      weight('a.weight', 64, 32),
      weight('b.weight', 48, 64),
      weight('c.weight', 16, 48),
      weight('d.weight', 8, 16),
    ];
    expect(await names(a, b, c, d)).toEqual([['a.weight', 'b.weight', 'c.weight', 'd.weight']]);
    const bias = ['a.bias', drawn(normal({ std: 1 }), [64], 1, 'bias')] as const;
    expect(await names(a, bias, b)).toEqual([['a.weight', 'b.weight']]);
    const scale = ['norm.weight', { shape: [48], data: new Float32Array(48).fill(1) }] as const;
    expect(await names(a, b, scale, c, d)).toEqual([
      ['a.weight', 'b.weight'],
      ['c.weight', 'd.weight'],
    ]);
    expect(await names(a, b, weight('attn.q', 48, 48), c, d)).toEqual([
      ['a.weight', 'b.weight'],
      ['c.weight', 'd.weight'],
    ]);
    expect(await names(a, b, d)).toEqual([['a.weight', 'b.weight']]);
    expect(await names(a, c)).toEqual([]);
  });

  test('of convolutions is one too, without a range', async () => {
    const tensors = { a: drawn(kaimingNormal(), [32, 16, 3, 3], 1), b: drawn(kaimingNormal(), [32, 32, 3, 3], 1, 'b') };
    const [{ layers }] = (await of(tensors, relus)).chains;
    expect(Number(layers[1].std.predicted)).toBeCloseTo(Math.sqrt(1 - 1 / Math.PI), 1);
    expect(layers[1].std.lo).toBe('NaN');
  });
});

describe('What is expected of tensors', () => {
  const verdicts = async (tensors: Readonly<Record<string, Made>>, expected: Record<string, Expectation>) => {
    const { tensors: found, unmatched } = await of(tensors, {
      expectations: { schema: EXPECTATIONS_SCHEMA, tensors: expected },
    });
    return { found: found.map(({ expected: one }) => one && [one.verdict, one.why.en]), unmatched };
  };
  const relu_ = { scheme: "kaiming_normal_(nonlinearity='relu')" };
  const wrong: readonly (readonly [string, Made, RegExp])[] = [
    [
      'the gain left out',
      drawn(kaimingNormal({ nonlinearity: 'linear' }), [640, 100], 1),
      /Known for: the gain left out: 1 for 1\.414$/,
    ],
    ['fan_out for fan_in', drawn(kaimingNormal({ mode: 'fan_out' }), [320, 100], 1), /Known for:.*fan_out taken for fan_in/],
    ['the variance for the std', drawn(normal({ std: 0.02 }), [320, 100], 1), /Known for:.*the variance passed as the std/],
    [
      'the std for the bound',
      drawn(uniform({ low: -Math.sqrt(0.02), high: Math.sqrt(0.02) }), [320, 100], 1),
      /Known for:.*the std taken for the bound/,
    ],
    ['zeros', drawn(zeros(), [320, 100], 1), /^it is zeros_$/],
  ];

  test('is upheld by what was drawn so, and judged of the first pattern', async () => {
    const made = drawn(kaimingNormal(), [320, 100], 1);
    const { found, unmatched } = await verdicts(
      { 'fc.0': made, 'fc.1': made },
      { 'fc.0': relu_, 'fc.*': { any: true }, 'head*': relu_ },
    );
    expect(found).toEqual([['supported', 'its numbers do not exclude it'], null]);
    expect(unmatched).toEqual(['head*']);
  });

  test.each(wrong)('is refuted by %s, and says so', async (_, made, why) => {
    const { found } = await verdicts({ w: made }, { w: relu_ });
    expect(found[0]).toEqual(['refuted', expect.stringMatching(why)]);
  });

  test('is undecided where numbers are few', async () => {
    const { found } = await verdicts({ w: drawn(kaimingNormal(), [6, 6], 1) }, { w: relu_ });
    expect(found[0]).toEqual(['undecided', expect.stringMatching(/^36 numbers cannot tell/)]);
  });

  test('may be a band, with a family', async () => {
    const made = drawn(normal({ std: 0.1 }), [320, 100], 1);
    const judged = async (expectation: Expectation) => (await verdicts({ w: made }, { w: expectation })).found[0]?.[0];
    expect(await judged({ std: [0.09, 0.11] })).toBe('supported');
    expect(await judged({ std: [0.09, 0.1] })).toBe('undecided');
    expect(await judged({ std: [0.12, 0.2] })).toBe('refuted');
    expect(await judged({ std: [0.09, 0.11], family: 'normal' })).toBe('supported');
    expect(await judged({ std: [0.09, 0.11], family: 'uniform' })).toBe('refuted');
  });

  test('or a constant, and numbers that are not finite refute all', async () => {
    const ones = { shape: [8], data: new Float32Array(8).fill(0.5) };
    const broken = { shape: [8], data: Float32Array.of(0.5, 0.5, Number.NaN, 0.5, 0.5, 0.5, 0.5, 0.5) };
    const { found } = await verdicts({ a: ones, b: ones, c: broken }, { b: { constant: 1 }, '*': { constant: 0.5 } });
    expect(found.map((one) => one?.[0])).toEqual(['supported', 'refuted', 'refuted']);
  });

  test('is upheld by the tensors that it was written of, and by those of another draw', async () => {
    const net = (seed: number) => ({
      'fc1.weight': drawn(kaimingNormal(), [320, 100], seed, 'fc1'),
      'fc1.bias': drawn(zeros(), [300], seed),
      'fc2.weight': drawn(kaimingNormal(), [200, 300], seed, 'fc2'),
      'odd.weight': drawn(normal({ std: 0.37 }), [100, 100], seed, 'odd'),
      'fc1.deep2.weight': drawn(zeros(), [30, 30], seed),
      'few.weight': drawn(normal({ std: 0.37 }), [5, 5], seed, 'few'),
      'norm.weight': { shape: [50], data: new Float32Array(50).fill(0.25) },
    });
    const written = expectationsOf(await of(net(1)));
    expect(written.tensors).toMatchObject({
      'fc*.weight': { scheme: "kaiming_normal_(nonlinearity='relu')" },
      'fc*.bias': { scheme: 'zeros_' },
      'few.weight': { any: true },
      'norm.weight': { constant: 0.25 },
    });
    for (const seed of [1, ...SEEDS]) {
      const { tensors } = await of(net(seed), { expectations: written });
      for (const { name, expected } of tensors)
        expect([name, expected?.verdict ?? 'free']).toEqual([name, name === 'few.weight' ? 'free' : 'supported']);
    }
  });
});

describe('An audit', () => {
  test('declares what it spends, a tensor at a time', async () => {
    const { alpha, spent } = await of({ a: drawn(normal(), [8, 8], 1), b: drawn(normal(), [8, 8], 2) }, { alpha: 1e-6 });
    expect([alpha, spent]).toEqual([1e-6, 2e-6]);
    await expect(of({}, { alpha: 2 })).rejects.toThrow('alpha');
  });

  test('tells how far it is, and stops when it is told to', async () => {
    const made = drawn(normal(), [100, 100], 1);
    const seen: number[] = [];
    const progress = (bytes: number, total: number) => seen.push(bytes / total);
    await of({ a: made, b: made }, { progress });
    expect(seen.at(-1)).toBe(1);
    const stop = new AbortController();
    await expect(
      of({ a: made, b: made }, { progress: () => stop.abort(new Error('enough')), signal: stop.signal }),
    ).rejects.toThrow('enough');
  });
});
