import { afterAll, describe, expect, test } from 'vitest';
import { BACKENDS, type BackendChoice, EngineError, loadEngine } from '../../../src/network/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

const chosen = (process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice;

// TensorFlow.js has one backend at a time: what was chosen is put back.
afterAll(() => loadEngine(chosen));

describe('loadEngine', () => {
  test.each(['wasm', 'cpu'] as const)('loads %s, which every machine has, ready to compute', async (name) => {
    const engine = await loadEngine(name);
    expect(engine.name).toBe(name);
    expect(engine.version).toMatch(/\d+\.\d+\.\d+/);
    expect(engine.networksAtOnce).toBeGreaterThanOrEqual(1);
    expect(engine.tf.getBackend()).toBe(name);
    const product = engine.tf.tidy(() => engine.tf.matMul([[1, 2]], [[3], [4]]).dataSync());
    expect(Array.from(product)).toEqual([11]);
  });

  test('takes, with auto, the first that can be had: tensorflow, else wasm', async () => {
    const { name } = await loadEngine();
    expect(['tensorflow', 'wasm']).toContain(name);
    expect(BACKENDS.indexOf(name)).toBeLessThan(BACKENDS.indexOf('cpu'));
  });

  test('of tensorflow either loads it, or says why not and what to do', async () => {
    const outcome = await loadEngine('tensorflow').catch((error: unknown) => error);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(EngineError);
      expect(outcome.name).toBe('EngineError');
      expect(outcome.message).toMatch(
        /^backend tensorflow cannot be had: \S.*; run `npm run setup:native` in the repository, or choose GAINSAY_BACKEND=wasm$/,
      );
    } else {
      expect(outcome).toMatchObject({
        name: 'tensorflow',
        version: expect.stringMatching(/^TensorFlow \d.* by tfjs-node \d/) as string,
      });
    }
  });

  test('refuses a backend that it does not know, by name', async () => {
    const refused = loadEngine('gpu' as never);
    await expect(refused).rejects.toThrow(ParameterError);
    await expect(refused).rejects.toThrow('backend must be one of auto, tensorflow, wasm, cpu; got "gpu"');
  });
});
