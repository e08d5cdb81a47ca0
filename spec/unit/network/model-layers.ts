import type { Model, Tf } from './modelling.ts';

/** Layers of every kind, each as a small model of its own that knows its input's shape. */
type Layers = Readonly<Record<string, (tf: Tf) => Model>>;

type Symbolic = Model['inputs'][number];
type Args = Record<string, unknown>;

/** One layer after another: by TensorFlow.js's name and its arguments. */
const stack =
  (...layers: readonly (readonly [string, Args?])[]) =>
  (tf: Tf): Model => {
    const make = tf.layers as unknown as Record<string, (args: Args) => Model['layers'][number]>;
    return tf.sequential({ layers: layers.map(([name, args = {}]) => make[name](args)) });
  };

/** A layer that takes two, of x and of −x/2: neither is the larger throughout, and they meet at 0 only. */
const merged =
  (name: string, args: Args = {}) =>
  (tf: Tf): Model => {
    const make = tf.layers as unknown as Record<string, (args: Args) => { apply(x: Symbolic[]): Symbolic }>;
    const x = tf.input({ shape: [4] });
    return tf.model({
      inputs: x,
      outputs: make[name](args).apply([
        x,
        tf.layers.dense({ units: 4, kernelInitializer: tf.initializers.identity({ gain: -0.5 }) }).apply(x) as Symbolic,
      ]),
    });
  };

const line = { inputShape: [7, 3] };
const image = { inputShape: [5, 4, 3] };
const volume = { inputShape: [3, 3, 4, 2] };
const row = { inputShape: [6] };

const activations = 'elu hardSigmoid relu relu6 selu sigmoid softmax softplus softsign tanh swish mish gelu gelu_new'.split(' ');

export const everyLayer: Layers = {
  Dense: stack(['dense', { units: 5, ...row }]),
  Conv1D: stack(['conv1d', { filters: 2, kernelSize: 3, ...line }]),
  'Conv1D, strided and padded': stack(['conv1d', { filters: 2, kernelSize: 3, strides: 2, padding: 'same', ...line }]),
  'Conv1D, dilated': stack(['conv1d', { filters: 2, kernelSize: 3, dilationRate: 2, padding: 'same', ...line }]),
  Conv2D: stack(['conv2d', { filters: 2, kernelSize: 3, ...image }]),
  'Conv2D, strided and padded': stack(['conv2d', { filters: 2, kernelSize: [3, 2], strides: [1, 2], padding: 'same', ...image }]),
  'Conv2D, dilated': stack(['conv2d', { filters: 2, kernelSize: 2, dilationRate: [3, 2], ...image }]),
  'Conv2D, with a softmax': stack([
    'conv2d',
    { filters: 2, kernelSize: 2, activation: 'softmax', kernelInitializer: 'randomUniform', ...image },
  ]),
  'Conv2D, channels first': stack(['conv2d', { filters: 2, kernelSize: 3, dataFormat: 'channelsFirst', inputShape: [2, 5, 4] }]),
  Conv2DTranspose: stack(['conv2dTranspose', { filters: 2, kernelSize: 3, strides: 2, padding: 'same', inputShape: [3, 3, 2] }]),
  DepthwiseConv2D: stack(['depthwiseConv2d', { kernelSize: 3, depthMultiplier: 2, padding: 'same', strides: 2, ...image }]),
  SeparableConv2D: stack(['separableConv2d', { filters: 4, kernelSize: 2, depthMultiplier: 2, ...image }]),
  'SeparableConv2D, dilated': stack(['separableConv2d', { filters: 4, kernelSize: 2, dilationRate: 2, ...image }]),
  MaxPooling1D: stack(['maxPooling1d', { poolSize: 2, ...line }]),
  MaxPooling2D: stack(['maxPooling2d', { poolSize: 2, ...image }]),
  'MaxPooling2D, of windows that overlap': stack(['maxPooling2d', { poolSize: 3, strides: 2, padding: 'same', ...image }]),
  'MaxPooling2D, channels first': stack(['maxPooling2d', { poolSize: 2, dataFormat: 'channelsFirst', inputShape: [3, 5, 4] }]),
  MaxPooling3D: stack(['maxPooling3d', { poolSize: 2, strides: 1, padding: 'same', ...volume }]),
  AveragePooling1D: stack(['averagePooling1d', { poolSize: 3, strides: 2, padding: 'same', ...line }]),
  AveragePooling2D: stack(['averagePooling2d', { poolSize: [2, 3], strides: 2, padding: 'same', ...image }]),
  AveragePooling3D: stack(['averagePooling3d', { poolSize: 2, ...volume }]),
  GlobalMaxPooling1D: stack(['globalMaxPooling1d', line]),
  GlobalMaxPooling2D: stack(['globalMaxPooling2d', image]),
  GlobalAveragePooling1D: stack(['globalAveragePooling1d', line]),
  GlobalAveragePooling2D: stack(['globalAveragePooling2d', image]),
  UpSampling2D: stack(['upSampling2d', { size: [2, 3], ...image }]),
  'UpSampling2D, channels first': stack(['upSampling2d', { size: [2, 1], dataFormat: 'channelsFirst', inputShape: [2, 3, 4] }]),
  'UpSampling2D, bilinear': stack(['upSampling2d', { size: [2, 2], interpolation: 'bilinear', inputShape: [4, 4, 3] }]),
  ZeroPadding2D: stack([
    'zeroPadding2d',
    {
      padding: [
        [1, 2],
        [0, 1],
      ],
      ...image,
    },
  ]),
  Cropping2D: stack([
    'cropping2D',
    {
      cropping: [
        [1, 0],
        [1, 1],
      ],
      ...image,
    },
  ]),
  'Permute and Reshape': stack(['permute', { dims: [2, 1], ...line }], ['reshape', { targetShape: [3, 7, 1] }]),
  'RepeatVector and Flatten': stack(['repeatVector', { n: 3, ...row }], ['flatten']),
  Rescaling: stack(['rescaling', { scale: 0.5, offset: 1, ...row }]),
  BatchNormalization: stack(['batchNormalization', { epsilon: 0.5, ...image }]),
  LayerNormalization: stack(['layerNormalization', row]),
  ...Object.fromEntries(
    activations.map((activation) => [`Activation, ${activation}`, stack(['activation', { activation, ...row }])]),
  ),
  LeakyReLU: stack(['leakyReLU', { alpha: 0.25, ...row }]),
  ReLU: stack(['reLU', { maxValue: 1, ...row }]),
  PReLU: stack(['prelu', { alphaInitializer: 'randomNormal', ...image }]),
  ELU: stack(['elu', row]),
  ThresholdedReLU: stack(['thresholdedReLU', { theta: 0.5, ...row }]),
  Softmax: stack(['softmax', row]),
  Add: merged('add'),
  Multiply: merged('multiply'),
  Average: merged('average'),
  Maximum: merged('maximum'),
  Minimum: merged('minimum'),
  Concatenate: merged('concatenate'),
  Dot: merged('dot', { axes: 1 }),
  SimpleRNN: stack(['simpleRNN', { units: 3, ...line }]),
  GRU: stack(['gru', { units: 3, returnSequences: true, ...line }]),
  LSTM: stack(['lstm', { units: 3, ...line }]),
  'LSTM, masked': stack(['masking', line], ['lstm', { units: 3 }]),
  ConvLSTM2D: stack(['convLstm2d', { filters: 1, kernelSize: 2, inputShape: [2, 3, 3, 2] }]),
  Bidirectional: (tf) => {
    const layer = tf.layers.lstm({ units: 2 });
    return tf.sequential({ layers: [tf.layers.bidirectional({ layer, mergeMode: 'concat', ...line })] });
  },
  TimeDistributed: (tf) =>
    tf.sequential({ layers: [tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 2 }), ...line })] }),
};

export const conv3D: Layers[string] = stack(['conv3d', { filters: 2, kernelSize: 2, strides: 2, padding: 'same', ...volume }]);

export const conv3DTranspose: Layers[string] = stack([
  'conv3dTranspose',
  { filters: 2, kernelSize: 2, strides: 2, inputShape: [2, 2, 2, 2] },
]);
