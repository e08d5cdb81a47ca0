import { expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { normal, uniform } from '../../../src/init/index.ts';
import { drawsFromStreams, loadEngine, realise, realiseBy, realiseInLaw, samplerFor } from '../../../src/network/index.ts';

const size = { width: 8, depth: 3, batch: 2, activation: tanh };
const gaussian = mlp({ ...size, init: normal({ std: 0.5 }) });
const others: [string, Architecture][] = [
  ['uniform weights', mlp({ ...size, init: uniform({ low: -1, high: 1 }) })],
  ['one matrix in every layer', { ...gaussian, layers: gaussian.layers.map((layer) => ({ ...layer, stream: 0 })) }],
];
const engine = () => loadEngine('wasm');
const noEngine = () => Promise.reject(new Error('no engine is asked for'));

test('Gaussian networks are drawn in law where that was asked for, without an engine', async () => {
  const probes = new Set(['gradient'] as const);
  expect(samplerFor(gaussian, 'law', probes)).toBe('law');
  expect(await realiseBy('law', noEngine, gaussian, 'seed', 2, 5, probes)).toEqual(
    await realiseInLaw(gaussian, 'seed', 2, 5, probes),
  );
});

test.each([
  ['Gaussian ones that nobody asked to sample', gaussian, 'weights' as const],
  ...others.map((one) => [...one, 'law' as const] as const),
])('networks are drawn with their weights: %s', async (_, architecture, wanted) => {
  expect(samplerFor(architecture, wanted)).toBe('weights');
  const draws = (realisation: number) => drawsFromStreams(architecture, 'seed', realisation);
  expect(await realiseBy(wanted, engine, architecture, 'seed', 2, 5)).toEqual(
    await realise(await engine(), architecture, draws, 2, 5),
  );
});

test('the Jacobian is there with weights only', async () => {
  const probes = new Set(['jacobian'] as const);
  expect(samplerFor(gaussian, 'law', probes)).toBe('weights');
  const [trace] = await realiseBy('law', engine, gaussian, 'seed', 0, 1, probes);
  expect(trace.singularValues).toHaveLength(size.width);
});
