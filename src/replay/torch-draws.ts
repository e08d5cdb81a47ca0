import type { Architecture } from '../architecture/index.ts';
import { kaimingUniform } from '../init/index.ts';
import type { Draws } from '../network/index.ts';
import type { Source } from '../random/index.ts';

/** What `torch.nn.Linear` draws in its constructor: Kaiming-uniform with a = √5. */
const LINEAR_DEFAULT = kaimingUniform({ slope: Math.sqrt(5) });

/**
 * The draws of the notebook's networks, in the order in which it makes them from one generator: the default weights of every
 * `nn.Linear`, which `initialize` then overwrites layer by layer, and last the input, (batch, width).
 */
export function torchDraws({ batch, layers }: Architecture, generator: Source): Draws {
  const shapes = layers.map(({ fanOut, fanIn }) => [fanOut, fanIn]);
  const empty = (shape: readonly number[]) => new Float32Array(shape.reduce((product, size) => product * size));
  for (const shape of shapes) LINEAR_DEFAULT.draw(shape, generator, empty(shape));
  const weights = layers.map(({ init }, i) => init.draw(shapes[i], generator, empty(shapes[i])));
  const width = layers[0].fanIn;
  const input = generator.normals(empty([batch, width]));
  return {
    weight: (index, out) => out.set(weights[index]),
    // The notebook's layers have none, and it never looks back.
    bias: (index, out) => void layers[index].bias?.draw([out.length], generator, out),
    cotangent: (out) => void generator.normals(out),
    // The network keeps its signals the other way round.
    input: (out) => {
      for (let row = 0; row < batch; row++)
        for (let unit = 0; unit < width; unit++) out[unit * batch + row] = input[row * width + unit];
    },
  };
}
