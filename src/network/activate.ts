import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activation/index.ts';
import type { Engine } from './engine.ts';

/** φ of every entry, by operations of TensorFlow.js that know their gradients. */
export function activate<T extends Tensor>({ tf }: Engine, { name, slope = 0.01, alpha = 1 }: Activation, z: T): T {
  switch (name) {
    case 'linear':
      return z;
    case 'relu':
      return tf.relu(z);
    case 'leaky_relu':
      return tf.leakyRelu(z, slope);
    case 'tanh':
      return tf.tanh(z);
    case 'sigmoid':
      return tf.sigmoid(z);
    case 'erf':
      return tf.erf(z);
    case 'sin':
      return tf.sin(z);
    case 'elu':
      // TensorFlow.js's own has α = 1, and its comparisons have no gradient that `where` could pass by.
      return tf.add(tf.relu(z), tf.mul(alpha, tf.expm1(tf.minimum(z, 0))));
    case 'selu':
      return tf.selu(z);
    case 'gelu':
      return tf.mul(z, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(z, Math.SQRT1_2)))));
    case 'gelu_tanh':
      return tf.mul(z, tf.mul(0.5, tf.add(1, tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), tf.add(z, tf.mul(0.044715, cube(tf, z))))))));
    case 'silu':
      return tf.mul(z, tf.sigmoid(z));
    case 'softplus':
      return tf.softplus(z);
    case 'hardtanh':
      return tf.clipByValue(z, -1, 1);
  }
}

const cube = (tf: Engine['tf'], z: Tensor): Tensor => tf.mul(z, tf.square(z));
