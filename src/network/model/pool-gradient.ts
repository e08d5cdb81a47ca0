/** A pooling over (examples, planes, rows, columns, channels); what has fewer axes has planes, or columns, of 1. */
export interface Windows {
  readonly input: readonly number[];
  readonly output: readonly number[];
  /** Of planes, rows and columns. */
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
}

/**
 * What each number of a pooling's input gets of the gradient at its output: of a maximum all, the first of equals, as in TensorFlow and PyTorch;
 * of an average an equal share with those of the window that are no padding.
 *
 * @param y what the pooling made of `x`, where it took the maximum.
 */
export function poolGradient(windows: Windows, x: Float32Array, dy: Float32Array, y: Float32Array | null): Float32Array {
  const { input, output, sizes, strides } = windows;
  const [batch, , , , channels] = input;
  const ranges = sizes.map((size, axis) => spans(input[axis + 1], output[axis + 1], size, strides[axis], windows.padding));
  const dx = new Float32Array(x.length);
  let out = 0;
  for (let example = 0; example < batch; example++) {
    for (const planes of ranges[0]) {
      for (const rows of ranges[1]) {
        for (const columns of ranges[2]) {
          const places: number[] = [];
          for (let plane = planes.from; plane < planes.to; plane++) {
            for (let row = rows.from; row < rows.to; row++) {
              for (let column = columns.from; column < columns.to; column++) {
                places.push((((example * input[1] + plane) * input[2] + row) * input[3] + column) * channels);
              }
            }
          }
          for (let channel = 0; channel < channels; channel++, out++) {
            const first = y && places.find((place) => x[place + channel] === y[out]);
            if (typeof first === 'number') dx[first + channel] += dy[out];
            else if (!y) for (const place of places) dx[place + channel] += dy[out] / places.length;
          }
        }
      }
    }
  }
  return dx;
}

/** Where each window of one axis begins and ends, without its padding. */
function spans(input: number, output: number, size: number, stride: number, padding: string) {
  const before = padding === 'same' ? Math.floor(Math.max((output - 1) * stride + size - input, 0) / 2) : 0;
  return Array.from({ length: output }, (_, i) => {
    const start = i * stride - before;
    return { from: Math.max(start, 0), to: Math.min(start + size, input) };
  });
}
