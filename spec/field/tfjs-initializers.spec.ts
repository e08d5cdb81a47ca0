import { spawn } from 'node:child_process';
import * as tf from '@tensorflow/tfjs';
import {
  constant,
  judgeInitializer,
  kaimingNormal,
  kaimingUniform,
  normal,
  normalLaw,
  orthogonal,
  truncNormal,
  uniformLaw,
  xavierNormal,
  xavierUniform,
} from 'gainsay';
import 'gainsay/vitest';
import { describe, expect, test } from 'vitest';

// TensorFlow.js 4.22's own initializers against the laws that its documentation gives. Those that are wrong are pinned as refuted: the day one
// of them is mended, its test fails here, and the test, docs/in-vitest.md and known-ratio.ts are to be told.

const N = 256;
const { initializers: init } = tf;

/** Truncated at two standard deviations, and rescaled to have this one. */
const rescaled = (std: number) => {
  const { std: left } = truncNormal({ std: 1, a: -2, b: 2 }).law([1, 1]);
  return truncNormal({ std: std / left, a: (-2 * std) / left, b: (2 * std) / left });
};

/** Why a law is refuted, in words. */
const explained = async (...[drawn, law]: Parameters<typeof judgeInitializer>) => (await judgeInitializer(drawn, law)).explain();

describe('Initializers of TensorFlow.js 4.22 that draw from the law that they state', () => {
  test.each([
    ['heUniform', init.heUniform({}), kaimingUniform()],
    ['glorotUniform', init.glorotUniform({}), xavierUniform()],
    ['leCunUniform', init.leCunUniform({}), kaimingUniform({ nonlinearity: 'linear' })],
    ['randomNormal', init.randomNormal({ mean: 0, stddev: 0.1 }), normal({ std: 0.1 })],
    ['randomUniform', init.randomUniform({ minval: -0.1, maxval: 0.1 }), uniformLaw(-0.1, 0.1)],
    ['truncatedNormal', init.truncatedNormal({ mean: 0, stddev: 0.1 }), truncNormal({ std: 0.1, a: -0.2, b: 0.2 })],
    ['constant', init.constant({ value: 0.5 }), constant({ val: 0.5 })],
  ])('%s', async (_, drawn, law) => {
    await expect(drawn).toBeDrawnFrom(law);
  });
});

describe('Initializers of TensorFlow.js 4.22 whose variance is 0.774 of what they state (tfjs#8594)', () => {
  const wrong = [
    ['heNormal', init.heNormal({}), kaimingNormal(), Math.sqrt(2 / N)],
    ['glorotNormal', init.glorotNormal({}), xavierNormal(), Math.sqrt(1 / N)],
    ['leCunNormal', init.leCunNormal({}), kaimingNormal({ nonlinearity: 'linear' }), Math.sqrt(1 / N)],
  ] as const;

  test.each(wrong)('%s: its normal is cut at two standard deviations, and not rescaled', async (_, drawn, law, std) => {
    await expect(drawn).not.toBeDrawnFrom(law);
    await expect(drawn).not.toBeDrawnFrom(rescaled(std));
    const words = await explained(drawn, law);
    expect(words).toMatch(/the variance of the weights over the law’s.* is 0\.77\d+, in \[/);
    expect(words).toContain('known for: normal weights cut at two standard deviations and not rescaled');
  });

  test.each(wrong)('%s: what it does draw from is the normal as it is left by the cut', async (_, drawn, __, std) => {
    await expect(drawn).toBeDrawnFrom(truncNormal({ std, a: -2 * std, b: 2 * std }));
  });
});

describe('Initializers of TensorFlow.js 4.22 that draw from another law than they state', () => {
  test('varianceScaling with the distribution truncatedNormal draws uniform numbers', async () => {
    const drawn = init.varianceScaling({ scale: 2, mode: 'fanIn', distribution: 'truncatedNormal' });
    await expect(drawn).not.toBeDrawnFrom(rescaled(Math.sqrt(2 / N)));
    await expect(drawn).toBeDrawnFrom(kaimingUniform());
    expect(await explained(drawn, rescaled(Math.sqrt(2 / N)))).toMatch(/the numbers look .*uniform/);
  });

  test('randomUniform takes a minval of 0 for none, and draws from −0.05', async () => {
    const drawn = init.randomUniform({ minval: 0, maxval: 0.1 });
    await expect(drawn).not.toBeDrawnFrom(uniformLaw(0, 0.1));
    await expect(drawn).toBeDrawnFrom(uniformLaw(-0.05, 0.1));
  });

  test('randomNormal takes a stddev of 0 for none, and draws with 0.05', async () => {
    const drawn = init.randomNormal({ mean: 0, stddev: 0 });
    await expect(drawn).not.toBeDrawnFrom(constant({ val: 0 }));
    await expect(drawn).toBeDrawnFrom(normalLaw(0, 0.05));
  });
});

describe('Seeds of initializers of TensorFlow.js 4.22', () => {
  const firstOf = (seed: number, kind: 'randomNormal' | 'randomUniform' | 'truncatedNormal') =>
    init[kind]({ seed }).apply([4]).arraySync() as number[];

  test.each(['randomNormal', 'truncatedNormal'] as const)('%s is not repeatable by seed 0, which it takes for none', (kind) => {
    expect(firstOf(0, kind)).not.toEqual(firstOf(0, kind));
    expect(firstOf(7, kind)).toEqual(firstOf(7, kind));
  });

  test('randomUniform is', () => {
    expect(firstOf(0, 'randomUniform')).toEqual(firstOf(0, 'randomUniform'));
  });
});

describe('varianceScaling of TensorFlow.js 4.22', () => {
  /** Whether a script ends by itself within three seconds. */
  const ends = (script: string) =>
    new Promise<boolean>((resolve) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: import.meta.dirname,
        stdio: 'ignore',
      });
      const clock = setTimeout(() => child.kill('SIGKILL'), 10_000);
      child.on('exit', (_, signal) => {
        clearTimeout(clock);
        resolve(signal === null);
      });
    });
  const script = (scale: string) => `
    import * as tf from '@tensorflow/tfjs';
    tf.initializers.varianceScaling({ scale: ${scale}, mode: 'fanIn', distribution: 'normal' }).apply([4, 4]);`;

  test('draws for ever where its scale is NaN', async () => {
    expect(await ends(script('1'))).toBe(true);
    expect(await ends(script('NaN'))).toBe(false);
  });
});

test('orthogonal has orthonormal columns', () => {
  const weight = init.orthogonal({ gain: 1 }).apply([32, 32]);
  const deviation = tf
    .sub(tf.matMul(weight, weight, true), tf.eye(32))
    .abs()
    .max()
    .arraySync() as number;
  // Float32, and 32 products a sum.
  expect(deviation).toBeLessThan(32 * 2 ** -22);
  expect(orthogonal().law([32, 32]).std).toBeCloseTo(1 / Math.sqrt(32), 12);
});
