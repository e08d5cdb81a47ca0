import type { Architecture } from '../../../src/architecture/index.ts';
import { type Seed, Stream } from '../../../src/random/index.ts';
import { kernelError } from './kernel-error.ts';
import { type Forward, pass, type Passed } from './reference.ts';
import { exact, U, type Values } from './values.ts';

/** g, the gradient at the output of one realisation. */
export function cotangentOf({ batch, layers }: Architecture, seed: Seed, realisation: number): Values {
  const { fanOut } = layers[layers.length - 1];
  return exact(new Stream(seed, `${realisation}/cotangent`).normals(new Float32Array(fanOut * batch)));
}

/**
 * Back-propagation by plain loops, Δ_{l−1} = Wᵀ(φ′(z_l) ∘ Δ_l) from Δ_L = g: the gradients at the input, then at each layer's
 * output, with a bound on float32's error, which goes back like the gradients themselves (see `pass`).
 */
export function backwardOf({ layers }: Pick<Forward, 'layers'>, g: Values, batch: number): Values[] {
  const gradients = [g];
  for (const passed of layers.toReversed()) gradients.unshift(back(passed, gradients[0], batch));
  return gradients;
}

function back({ layer, weights, z, derivative }: Passed, delta: Values, batch: number): Values {
  const { fanIn, fanOut, activation } = layer;
  const own = kernelError(activation);
  const atZ = exact(delta.x.map((d, i) => derivative.x[i] * d));
  atZ.error.set(
    delta.x.map((d, i) => {
      const slopeError = derivative.error[i] + U * own.derivative(z.x[i]);
      const slope = Math.abs(derivative.x[i]);
      return (slope + slopeError) * delta.error[i] + slopeError * Math.abs(d) + U * slope * Math.abs(d);
    }),
  );
  const before = exact(new Float64Array(fanIn * batch));
  for (let k = 0; k < fanIn; k++) {
    for (let row = 0; row < batch; row++) {
      let [sum, size, carried] = [0, 0, 0];
      for (let unit = 0; unit < fanOut; unit++) {
        const w = weights[unit * fanIn + k];
        const i = unit * batch + row;
        sum += w * atZ.x[i];
        size += Math.abs(w * atZ.x[i]);
        carried += Math.abs(w) * atZ.error[i];
      }
      before.x[k * batch + row] = sum;
      before.error[k * batch + row] = carried + (fanOut + 2) * U * size;
    }
  }
  return before;
}

/**
 * Jᵀ at row 0 of the input, (fanIn, fanOut), rows first. Its entries go forwards, J_l = φ′(z_l) ∘ (W_l J_{l−1}) from the identity;
 * the bound is that of back-propagation with a unit vector for every output.
 */
export function jacobianOf({ input, layers }: Forward, batch: number): Values {
  const width = layers[0].layer.fanIn;
  const outputs = layers[layers.length - 1].layer.fanOut;
  let J = identity(width);
  let x: Values = { x: row0(input.x, batch, outputs), error: row0(input.error, batch, outputs) };
  const atRow0: Passed[] = [];
  for (const { layer, weights, biases } of layers) {
    const passed = pass(layer, weights, biases, x, outputs);
    J = Float64Array.from({ length: layer.fanOut * width }, (_, i) => {
      const [unit, column] = [Math.floor(i / width), i % width];
      let sum = 0;
      for (let k = 0; k < layer.fanIn; k++) sum += weights[unit * layer.fanIn + k] * J[k * width + column];
      return passed.derivative.x[unit * outputs] * sum;
    });
    atRow0.push(passed);
    x = passed.h;
  }
  const [{ error }] = backwardOf({ layers: atRow0 }, exact(identity(outputs)), outputs);
  return { x: Float64Array.from(error, (_, i) => J[(i % outputs) * width + Math.floor(i / outputs)]), error };
}

const identity = (n: number) => Float64Array.from({ length: n * n }, (_, i) => Number(i % n === Math.floor(i / n)));

/** Row 0 of a batch, `times` times side by side. */
const row0 = (x: Float64Array, batch: number, times: number) =>
  Float64Array.from({ length: (x.length / batch) * times }, (_, i) => x[Math.floor(i / times) * batch]);
