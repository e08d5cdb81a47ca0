import type { Architecture } from '../../../src/architecture/index.ts';
import type { Signal } from '../../../src/network/index.ts';
import { type Seed, Stream } from '../../../src/random/index.ts';

/** Unit roundoff of float32. */
const U = 2 ** -24;

/** One realisation's signals, input first, and how far a float32 computation of each statistic may be from them. */
export interface Expected {
  signal: Signal;
  within: Signal;
}

/**
 * A realisation, computed in float64 by plain loops from the same streams, with a bound on the error of float32 arithmetic.
 *
 * A product of n terms in float32, summed in any order, is within (n + 1)·u·Σ|w||x| of its value (Higham 2002, section 3.1; to first
 * order, and u·n < 10⁻⁴ here); an activation never stretches an error, and is itself right to 8 u of its value. So E, the bound
 * on each entry's error, goes from layer to layer as |W|·E + (n + 2)·u·|W||x| + 8u·|φ|.
 */
export function expectedOf({ batch, layers }: Architecture, seed: Seed, realisation: number): Expected[] {
  const width = layers[0].fanIn;
  const input = new Stream(seed, `${realisation}/input`).normals(new Float32Array(width * batch));
  let x = Float64Array.from(input);
  let error = new Float64Array(x.length);
  const all = [statistics(x, error, batch)];
  for (const { fanIn, fanOut, activation, init, stream } of layers) {
    const weights = init.draw([fanOut, fanIn], new Stream(seed, `${realisation}/${stream}`), new Float32Array(fanOut * fanIn));
    const next = new Float64Array(fanOut * batch);
    const nextError = new Float64Array(fanOut * batch);
    for (let unit = 0; unit < fanOut; unit++) {
      for (let row = 0; row < batch; row++) {
        let [z, size, carried] = [0, 0, 0];
        for (let k = 0; k < fanIn; k++) {
          const w = weights[unit * fanIn + k];
          z += w * x[k * batch + row];
          size += Math.abs(w * x[k * batch + row]);
          carried += Math.abs(w) * error[k * batch + row];
        }
        const h = activation.phi(z);
        next[unit * batch + row] = h;
        nextError[unit * batch + row] = carried + (fanIn + 2) * U * size + 8 * U * Math.abs(h);
      }
    }
    x = next;
    error = nextError;
    all.push(statistics(x, error, batch));
  }
  return all;
}

/** The statistics by their definitions, and what errors of the entries up to `error` can do to them. */
function statistics(x: Float64Array, error: Float64Array, batch: number): Expected {
  const n = x.length;
  const all = Array.from({ length: n }, (_, i) => i);
  const row = all.filter((i) => i % batch === 0);
  const sum = (of: (i: number) => number, over = all) => over.reduce((total, i) => total + of(i), 0);
  const mean = sum((i) => x[i]) / n;
  const moved = (i: number) => error[i] * (2 * Math.abs(x[i]) + error[i]);
  const signal = {
    mean,
    std: Math.sqrt(sum((i) => (x[i] - mean) ** 2) / (n - 1)),
    secondMoment: sum((i) => x[i] ** 2) / n,
    rowSecondMoment: sum((i) => x[i] ** 2, row) / (n / batch),
  };
  // Sums in float64 are right to n·ε of the sum of their terms' sizes; the std is a norm, so its error is at most the errors' norm.
  const rounding = 2 * n * Number.EPSILON;
  const within = {
    mean: sum((i) => error[i]) / n + (rounding * sum((i) => Math.abs(x[i]))) / n,
    std: Math.sqrt(sum((i) => error[i] ** 2) / (n - 1)) + rounding * Math.sqrt(signal.secondMoment),
    secondMoment: sum(moved) / n + rounding * signal.secondMoment,
    rowSecondMoment: sum(moved, row) / (n / batch) + rounding * signal.rowSecondMoment,
  };
  return { signal, within };
}
