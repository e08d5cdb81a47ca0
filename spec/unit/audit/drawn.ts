import type { Initializer } from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import type { Made } from './checkpoint-of.ts';

/** A weight in PyTorch's layout, drawn by an initializer: those are held to PyTorch's own draws elsewhere. */
export function drawn(init: Initializer, shape: readonly number[], seed: number, label = 'weight'): Made {
  const data = new Float32Array(shape.reduce((product, size) => product * size, 1));
  return { shape, data: init.draw(shape, new Stream(seed, label), data) };
}

/** (out, in, k…) as (k…, in, out). */
export function asTensorFlow({ shape: [outputs, inputs, ...kernel], data }: Made): Made {
  const positions = kernel.reduce((product, size) => product * size, 1);
  const moved = new Float32Array(data.length);
  for (let o = 0; o < outputs; o++)
    for (let i = 0; i < inputs; i++)
      for (let p = 0; p < positions; p++) moved[(p * inputs + i) * outputs + o] = data[(o * inputs + i) * positions + p];
  return { shape: [...kernel, inputs, outputs], data: moved };
}

/** The same tensor, written column by column. */
export function columnByColumn({ shape, data }: Made): Made {
  const moved = new Float32Array(data.length);
  data.forEach((value, at) => {
    let [rest, place, stride] = [at, 0, data.length];
    for (const size of shape.toReversed()) {
      stride /= size;
      place += (rest % size) * stride;
      rest = Math.floor(rest / size);
    }
    moved[place] = value;
  });
  return { shape, data: moved, order: 'column-major' };
}
