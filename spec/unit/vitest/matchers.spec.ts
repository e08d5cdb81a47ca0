import { describe, expect, test } from 'vitest';
import {
  kaimingNormal,
  kaimingUniform,
  keepsGradient,
  keepsStd,
  mean,
  mlp,
  normalLaw,
  type Quantity,
  relu,
  std,
  Stream,
} from 'gainsay';
import 'gainsay/vitest';

const network = mlp({ width: 32, depth: 6, activation: relu, init: kaimingNormal() });

/** A population that is no network. */
const pairs = {
  name: 'pairs',
  draw: (seed: string | number, from: number, to: number) =>
    Promise.resolve(Array.from({ length: to - from }, (_, i) => ({ sum: new Stream(seed, `pairs/${from + i}`).normal() }))),
};
const sum: Quantity<{ sum: number }> = { name: { en: 'sum' }, read: (pair) => pair.sum };

// TypeScript is part of this spec: what is expected of it stands beside what is expected of the matchers.
describe('the matchers, as TypeScript sees them', () => {
  test('take statements about what their subject shows', async () => {
    await expect(network).toUphold(keepsStd());
    await expect(network).toUphold([keepsStd(), [keepsGradient(), mean(std.after(5)).within(0.1, 10)]], { alpha: 1e-6 });
    await expect(pairs).toUphold(mean(sum).within(-10, 10));
    // @ts-expect-error What a pair shows is no trace.
    await expect(expect(pairs).toUphold(keepsStd())).rejects.toThrow();
    // @ts-expect-error And a network shows no sum.
    await expect(expect(network).toUphold(mean(sum).within(-10, 10))).rejects.toThrow();
    // @ts-expect-error There is no such thing to be said.
    await expect(expect(network).toUphold('it holds')).rejects.toThrow();
  });

  test('take laws of initializers', async () => {
    await expect(kaimingUniform()).toBeDrawnFrom(kaimingUniform(), { shape: [64, 64], seed: 2 });
    await expect(kaimingNormal()).toBeDrawnFrom(kaimingNormal().law);
    await expect(kaimingNormal()).not.toBeDrawnFrom(normalLaw(0, 1));
    // @ts-expect-error A distance is a number.
    await expect(expect(kaimingNormal()).toBeDrawnFrom(kaimingNormal(), { distance: 'small' })).rejects.toThrow();
  });

  test('are asynchronous', () => {
    const outcome: Promise<void> = expect(network).toUphold(keepsStd());
    return outcome;
  });
});
