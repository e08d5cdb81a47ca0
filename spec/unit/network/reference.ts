import type { Architecture, Layer } from '../../../src/architecture/index.ts';
import type { Trace } from '../../../src/network/index.ts';
import { type Seed, Stream } from '../../../src/random/index.ts';
import { kernelError, moved } from './kernel-error.ts';
import { distance, exact, farthest, statistics, U, type Values } from './values.ts';

/** One layer as plain loops leave it. */
export interface Passed {
  readonly layer: Layer;
  /** W, (fanOut, fanIn), rows first. */
  readonly weights: Float32Array;
  /** b; zeros for a layer without biases. */
  readonly biases: Float32Array;
  readonly z: Values;
  /** φ′(z) of the float32 z, taken in float64. */
  readonly derivative: Values;
  readonly h: Values;
}

export interface Forward {
  readonly input: Values;
  readonly layers: readonly Passed[];
}

/** A realisation, computed in float64 by plain loops from the same streams, with a bound on the error of float32 arithmetic. */
export function forwardOf(architecture: Architecture, seed: Seed, realisation: number): Forward {
  const streamOf = (what: string | number) => new Stream(seed, `${realisation}/${what}`);
  const input = inputOf(architecture, streamOf('input'));
  const layers: Passed[] = [];
  for (const layer of architecture.layers) {
    const { fanIn, fanOut, init, bias, stream } = layer;
    const weights = init.draw([fanOut, fanIn], streamOf(stream), new Float32Array(fanOut * fanIn));
    const biases = new Float32Array(fanOut);
    bias?.draw([fanOut], streamOf(`${stream}/bias`), biases);
    layers.push(pass(layer, weights, biases, layers.at(-1)?.h ?? input, architecture.batch));
  }
  return { input, layers };
}

/** The input: normal numbers as they come, or rows of the second moments and cosines that are asked for. */
function inputOf({ batch, input, layers }: Architecture, stream: Stream): Values {
  const width = layers[0].fanIn;
  if (!input) return exact(stream.normals(new Float32Array(width * batch)));
  // Gram & Schmidt as the book has it: each normal vector less its projections on all before it.
  const directions: number[][] = [];
  const along = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  for (let k = 0; k <= batch; k++) {
    const normals = Array.from(stream.normals(new Float32Array(width)));
    const rest = directions.reduce((left, e) => left.map((x, i) => x - along(normals, e) * e[i]), normals);
    directions.push(rest.map((x) => x / Math.sqrt(along(rest, rest))));
  }
  const x = new Float64Array(width * batch);
  for (let row = 0; row < batch; row++) {
    const q = typeof input.secondMoment === 'number' ? input.secondMoment : input.secondMoment[row];
    for (let unit = 0; unit < width; unit++) {
      const direction = Math.sqrt(input.cosine) * directions[0][unit] + Math.sqrt(1 - input.cosine) * directions[row + 1][unit];
      x[unit * batch + row] = Math.sqrt(width * q) * direction;
    }
  }
  // Rounded once, to float32; float64's own errors are 2⁻²⁹ of that.
  return { x, error: x.map((value) => 1.01 * U * Math.abs(value)) };
}

/**
 * One layer. A product of n terms in float32, summed in any order, and a bias added to it, are within (n + 2)·u·(Σ|w||x| + |b|) of
 * their value (Higham 2002, section 3.1; to first order, and u·n < 10⁻⁴ here). What comes in with errors E adds |W|·E; what φ
 * makes of it adds how far φ moves, and its kernel's own error.
 */
export function pass(layer: Layer, weights: Float32Array, biases: Float32Array, x: Values, batch: number): Passed {
  const { fanIn, fanOut, activation } = layer;
  const [z, derivative, h] = Array.from({ length: 3 }, () => exact(new Float64Array(fanOut * batch)));
  const error = kernelError(activation);
  for (let unit = 0; unit < fanOut; unit++) {
    for (let row = 0; row < batch; row++) {
      let [sum, size, carried] = [biases[unit], Math.abs(biases[unit]), 0];
      for (let k = 0; k < fanIn; k++) {
        const w = weights[unit * fanIn + k];
        sum += w * x.x[k * batch + row];
        size += Math.abs(w * x.x[k * batch + row]);
        carried += Math.abs(w) * x.error[k * batch + row];
      }
      const i = unit * batch + row;
      z.x[i] = sum;
      z.error[i] = carried + (fanIn + 2) * U * size;
      derivative.x[i] = activation.derivative(sum);
      derivative.error[i] = moved(activation.derivative, sum, z.error[i]);
      h.x[i] = activation.phi(sum);
      h.error[i] = moved(activation.phi, sum, z.error[i]) + U * error.phi(sum, h.x[i]);
    }
  }
  return { layer, weights, biases, z, derivative, h };
}

/** How far a trace's activations are from the reference, in units of the reference's own bound: the largest over layers and statistics. */
export function forwardDistance(trace: Trace, architecture: Architecture, seed: Seed, realisation: number): number {
  const { input, layers } = forwardOf(architecture, seed, realisation);
  const { batch } = architecture;
  return Math.max(
    distance(trace.input, statistics(input, batch)),
    farthest(
      trace,
      layers.map(({ h }) => statistics(h, batch)),
    ),
  );
}
