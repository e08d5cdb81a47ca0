import type { Checkpoint, CheckpointTensor, Layout } from '../../../src/checkpoint/index.ts';

/** A tensor that a spec has made. */
export interface Made {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
  readonly dtype?: CheckpointTensor['dtype'];
  readonly order?: CheckpointTensor['order'];
}

/** Numbers to a piece: few, and no power of 2, so that no row ends where a piece does. */
const PIECE = 1000;

/** A checkpoint of tensors that are there. */
export function checkpointOf(tensors: Readonly<Record<string, Made>>, layout: Layout = 'torch'): Checkpoint {
  return {
    kind: 'safetensors',
    layout,
    tensors: Object.entries(tensors).map(([name, { shape, data, dtype = 'F32', order = 'row-major' }]) => ({
      name,
      dtype,
      shape,
      order,
      objection: null,
      bytes: data.byteLength,
      async *numbers() {
        for (let at = 0; at < data.length; at += PIECE) yield await Promise.resolve(data.slice(at, at + PIECE));
      },
    })),
    close: () => Promise.resolve(),
  };
}
