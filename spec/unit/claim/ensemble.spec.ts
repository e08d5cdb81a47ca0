import { expect, describe, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import {
  against,
  Ensembles,
  gradient,
  instead,
  judgeClaim,
  mean,
  preActivation,
  std,
  withGain,
} from '../../../src/claim/index.ts';
import { xavierNormal } from '../../../src/init/index.ts';
import { type BackendChoice, loadEngine } from '../../../src/network/index.ts';

const network = mlp({ width: 8, depth: 3, batch: 2, activation: tanh, init: xavierNormal() });
const fresh = () =>
  new Ensembles(process.env['GAINSAY_SEED'] ?? '1', () =>
    loadEngine((process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice),
  );

describe('an ensemble', () => {
  test('shows what was said to be asked of it, and is drawn once for all who ask', async () => {
    const ensembles = fresh();
    ensembles.expect(network, ['gradient']);
    ensembles.expect(network, ['preActivation']);
    const [trace] = await ensembles.of(network).first(4);
    expect(trace.gradient?.std.length).toBe(3);
    expect(trace.preActivation?.std.length).toBe(3);
    expect(trace.derivative).toBeUndefined();
    ensembles.expect(network, ['gradient', 'preActivation']);
    await ensembles.of(network).first(4);
    expect(ensembles.networks).toBe(4);
  });

  test('is drawn again, with the same numbers, where it is asked for more after it was drawn', async () => {
    const ensembles = fresh();
    const before = await ensembles.of(network).first(2);
    expect(before[0].gradient).toBeUndefined();
    ensembles.expect(network, ['gradient']);
    const after = await ensembles.of(network).first(2);
    expect(after[0].gradient?.std.length).toBe(3);
    expect(ensembles.networks).toBe(4);
    expect(after.map((trace) => trace.std)).toEqual(before.map((trace) => trace.std));
  });
});

describe('a claim’s networks', () => {
  test('show what its statements need, and a control’s what those need that it is held against', async () => {
    const forward = mean(std.after(2)).within(-20, 20);
    const back = mean(gradient.std.after(0)).within(-20, 20);
    const seen: (readonly string[])[] = [];
    const ensembles = fresh();
    const apart = ensembles.apart.bind(ensembles);
    ensembles.apart = (subject, probes = new Set()) => (seen.push([...probes]), apart(subject, probes));
    await judgeClaim(
      {
        id: 'spec/needs',
        sentence: 'both ways',
        of: network,
        says: [forward, back],
        controls: [against(forward, withGain(1)), against(back, withGain(2)), instead('itself', network)],
        source: 'this spec',
        because: 'it asks for both',
      },
      { ensembles, rerun: String },
    );
    expect(seen).toEqual([['gradient'], [], ['gradient'], ['gradient']]);
    expect(preActivation.std.after(0).read((await ensembles.of(network).first(1))[0])).toBeNaN();
  });
});
