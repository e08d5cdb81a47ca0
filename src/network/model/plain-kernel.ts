import type * as TensorFlow from '@tensorflow/tfjs';

/**
 * The filter of an ordinary convolution, (rows, columns, in, out), that does what another one's does: zeros stand between the numbers of a
 * dilated one, and where the output channels of a depthwise one, (rows, columns, in, multiplier), do not look.
 */
export function plainKernel(
  tf: typeof TensorFlow,
  kernel: TensorFlow.Tensor,
  [down, across]: readonly number[],
  isDepthwise: boolean,
): TensorFlow.Tensor4D {
  if (!isDepthwise && down === 1 && across === 1) return kernel as TensorFlow.Tensor4D;
  const [rows, columns, channels, each] = kernel.shape;
  const outputs = isDepthwise ? channels * each : each;
  const [height, width] = [(rows - 1) * down + 1, (columns - 1) * across + 1];
  const from = kernel.dataSync<'float32'>();
  const data = new Float32Array(height * width * channels * outputs);
  for (let at = 0; at < from.length; at++) {
    const output = at % each;
    const channel = Math.floor(at / each) % channels;
    const column = Math.floor(at / (each * channels)) % columns;
    const row = Math.floor(at / (each * channels * columns));
    const place = (row * down * width + column * across) * channels + channel;
    data[place * outputs + (isDepthwise ? channel * each : 0) + output] = from[at];
  }
  return tf.tensor4d(data, [height, width, channels, outputs]);
}
