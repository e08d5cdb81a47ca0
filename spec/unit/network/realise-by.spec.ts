import { expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { normal, uniform } from '../../../src/init/index.ts';
import {
  drawsFromStreams,
  loadEngine,
  realise,
  realiseBy,
  realiseInLaw,
  type Sampler,
  samplerFor,
} from '../../../src/network/index.ts';

const size = { width: 8, depth: 3, batch: 2, activation: tanh };
const gaussian = mlp({ ...size, init: normal({ std: 0.5 }) });
const engine = () => loadEngine('wasm');
const noEngine = () => Promise.reject(new Error('no engine is asked for'));

const withWeights: [string, Architecture, Sampler][] = [
  ['Gaussian ones that nobody asked to sample', gaussian, 'weights'],
  ['uniform weights', mlp({ ...size, init: uniform({ low: -1, high: 1 }) }), 'law'],
  ['one matrix in every layer', { ...gaussian, layers: gaussian.layers.map((layer) => ({ ...layer, stream: 0 })) }, 'law'],
];

test('Gaussian networks are drawn in law where that was asked for, without an engine', async () => {
  const probes = new Set(['gradient'] as const);
  expect(samplerFor(gaussian, 'law', probes)).toBe('law');
  const inLaw = await realiseInLaw(gaussian, 'seed', 2, 5, probes);
  expect(await realiseBy('law', noEngine, gaussian, 'seed', 2, 5, probes)).toEqual(inLaw);
});

test.each(withWeights)('networks are drawn with their weights: %s', async (_, architecture, wanted) => {
  expect(samplerFor(architecture, wanted)).toBe('weights');
  const draws = (realisation: number) => drawsFromStreams(architecture, 'seed', realisation);
  const weighed = await realise(await engine(), architecture, draws, 2, 5);
  expect(await realiseBy(wanted, engine, architecture, 'seed', 2, 5)).toEqual(weighed);
});

test('the Jacobian is there with weights only', async () => {
  const probes = new Set(['jacobian'] as const);
  expect(samplerFor(gaussian, 'law', probes)).toBe('weights');
  const [trace] = await realiseBy('law', engine, gaussian, 'seed', 0, 1, probes);
  expect(trace.singularValues).toHaveLength(size.width);
});
