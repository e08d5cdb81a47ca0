import type { CheckpointTensor, Layout } from '../checkpoint/index.ts';

/**
 * Whether a weight passes each input on to one unit: `eye_` (1 where row and column are the same, else 0), `dirac_` of one group (1 in the
 * middle of the kernel from the i-th channel to the i-th).
 */
export async function isUnitKernel(tensor: CheckpointTensor, layout: Layout): Promise<boolean> {
  const { shape, order } = tensor;
  const sizes = order === 'row-major' ? shape : shape.toReversed();
  const unitsFirst = (layout === 'torch') === (order === 'row-major');
  const rank = sizes.length;
  const [a, b] = unitsFirst ? [0, 1] : [rank - 2, rank - 1];
  const at = new Array<number>(rank).fill(0);
  for await (const piece of tensor.numbers()) {
    for (const value of piece) {
      const one = at[a] === at[b] && at.every((index, axis) => axis === a || axis === b || index === Math.floor(sizes[axis] / 2));
      if (value !== Number(one)) return false;
      for (let axis = rank - 1; axis >= 0 && ++at[axis] === sizes[axis]; axis--) at[axis] = 0;
    }
  }
  return true;
}
