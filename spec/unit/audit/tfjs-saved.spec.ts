import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { audit } from '../../../src/audit/index.ts';
import { openCheckpoint } from '../../../src/checkpoint/index.ts';
import { inMemory } from '../checkpoint/in-memory.ts';

/** The two files that a model saved by TensorFlow.js in a browser is. */
async function saved(model: tf.LayersModel): Promise<Record<string, Uint8Array>> {
  let found: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler((artifacts) => {
      found = artifacts;
      return Promise.resolve({ modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) });
    }),
  );
  const { weightSpecs, weightData, ...rest } = found!;
  const manifest = [{ paths: ['./model.weights.bin'], weights: weightSpecs }];
  const json = JSON.stringify({ modelTopology: rest.modelTopology, weightsManifest: manifest });
  return {
    'm/model.json': new TextEncoder().encode(json),
    'm/model.weights.bin': new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)),
  };
}

test('A model that TensorFlow.js has saved is read, and its own faulty initializer named', async () => {
  await tf.setBackend('cpu');
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ name: 'wrong', units: 200, inputShape: [90], kernelInitializer: 'heNormal' }),
      tf.layers.dense({ name: 'right', units: 90, kernelInitializer: 'heUniform', biasInitializer: 'ones' }),
    ],
  });
  const checkpoint = await openCheckpoint(inMemory(await saved(model)), 'm/model.json');
  const { tensors, findings } = await audit([{ file: 'model.json', checkpoint }]);
  await checkpoint.close();
  model.dispose();
  expect(tensors.map(({ name, fanIn, schemes }) => [name, fanIn, schemes[0].name])).toEqual([
    ['wrong/kernel', 90, 'TF.js heNormal'],
    ['wrong/bias', null, 'zeros_'],
    ['right/kernel', 200, "kaiming_uniform_(nonlinearity='relu')"],
    ['right/bias', null, 'ones_'],
  ]);
  expect(findings.map(({ kind, tensors: names }) => [kind, names])).toEqual([['mistake', ['wrong/kernel']]]);
});
