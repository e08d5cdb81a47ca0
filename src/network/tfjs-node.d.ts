// An optional dependency: absent where its download is blocked, and then its types are too. It is TensorFlow.js with a backend.
declare module '@tensorflow/tfjs-node' {
  export * from '@tensorflow/tfjs';
}
