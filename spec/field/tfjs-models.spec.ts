import type { LayersModel } from '@tensorflow/tfjs';
import { growsBy, judge, keepsGradient, keepsStd, type ModelBuilder, vanishes } from 'gainsay';
import 'gainsay/vitest';
import { describe, expect, test } from 'vitest';
import { Project } from '../unit/cli/project.ts';

type Tf = Parameters<ModelBuilder>[0];

/** A hundred ReLU layers of 256 units, with the kernels that TensorFlow.js draws by a name, or ours. */
const relu =
  (kernelInitializer: (tf: Tf) => never) =>
  (tf: Tf): LayersModel =>
    tf.sequential({
      layers: Array.from({ length: 100 }, (_, i) =>
        tf.layers.dense({
          units: 256,
          activation: 'relu',
          kernelInitializer: kernelInitializer(tf),
          ...(i === 0 && { inputShape: [256] }),
        }),
      ),
    });

const byName = (name: string) => relu(() => name as never);
const mended = relu((tf) => tf.initializers.randomNormal({ stddev: Math.sqrt(2 / 256) }) as never);

describe('A hundred ReLU layers of TensorFlow.js 4.22', () => {
  test('under heNormal end at a std near 1e-6, for want of 0.774 of the variance', async () => {
    await expect(byName('heNormal')).toUphold([vanishes(), growsBy(Math.sqrt(0.7737), { within: 1.02 })]);
    const judgement = await judge(byName('heNormal'), keepsStd());
    expect(judgement.verdict).toBe('refuted');
    expect(Number(judgement.diagnosis?.ratio?.estimate)).toBeCloseTo(0.7737, 2);
    expect(judgement.explain()).toContain('known for: normal weights cut at two standard deviations and not rescaled');
  });

  test.each([
    ['heUniform', byName('heUniform')],
    ['randomNormal of std √(2/fan_in)', mended],
  ])('under %s keep their signal and their gradient', async (_, model) => {
    await expect(model).toUphold([keepsStd(), keepsGradient()]);
  });
});

describe('gainsay check, of a hundred ReLU layers of TensorFlow.js 4.22', () => {
  const MODEL = `
import type * as TF from '@tensorflow/tfjs';
const relu = (tf: typeof TF, kernel: () => never) => tf.sequential({
  layers: Array.from({ length: 100 }, (_, i) =>
    tf.layers.dense({ units: 256, activation: 'relu', kernelInitializer: kernel(), ...(i === 0 && { inputShape: [256] }) })),
});
export default (tf: typeof TF) => relu(tf, () => 'heNormal' as never);
export const mended = (tf: typeof TF) => relu(tf, () => tf.initializers.randomNormal({ stddev: Math.sqrt(2 / 256) }) as never);
`;

  test('catches heNormal, and says what it draws', async () => {
    const { code, stdout } = await new Project({ 'relu.ts': MODEL }).run(['check', 'relu.ts', '--quiet']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ refuted {3}check\/forward/m);
    expect(stdout).toMatch(/^✗ refuted {3}check\/backward/m);
    expect(stdout).toContain('known for: normal weights cut at two standard deviations and not rescaled');
  });

  test('passes the mended one', async () => {
    const { code, stdout } = await new Project({ 'relu.ts': MODEL }).run(['check', 'relu.ts', '--export', 'mended', '--quiet']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });
});
