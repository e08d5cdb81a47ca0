import { describe, expect, test } from 'vitest';
import { relu } from '../../../src/activation/index.ts';
import { kaimingNormal, normal } from '../../../src/init/index.ts';
import { auditOf } from './audit-of.ts';
import { type Made } from './checkpoint-of.ts';
import { drawn } from './drawn.ts';

describe('A chain of layers', () => {
  const relus = { activations: [{ pattern: '*', activation: relu }] };
  const stack = (std: (fanIn: number) => number, depth = 20) =>
    Object.fromEntries(
      Array.from({ length: depth }, (_, l) => [`fc${l}.weight`, drawn(normal({ std: std(64) }), [64, 64], 1, `layer ${l}`)]),
    );

  test('that loses its signal says in how many layers', async () => {
    // √2 lost a layer: half is lost in two.
    const [{ says, layers }, ...others] = (
      await auditOf(
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
      await auditOf(
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
      (await auditOf(Object.fromEntries(tensors), relus)).chains.map(({ layers }) => layers.map(({ tensor }) => tensor));
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
    const [{ layers }] = (await auditOf(tensors, relus)).chains;
    expect(Number(layers[1].std.predicted)).toBeCloseTo(Math.sqrt(1 - 1 / Math.PI), 1);
    expect(layers[1].std.lo).toBe('NaN');
  });
});
