import type { Signal, Signals } from './trace.ts';

/**
 * The statistics of one signal, stored unit by unit: entry (unit, row) at `unit · batch + row`.
 *
 * In float64 although the numbers are float32: the squares of a growing network leave float32's range near layer 15,
 * and the std would be lost sixteen layers before the signal is.
 */
export function signal(values: Float32Array | Float64Array, batch: number): Signal {
  const n = values.length;
  const units = n / batch;
  const rowSecondMoments = new Float64Array(batch);
  let sum = 0;
  for (let start = 0; start < n; start += batch) {
    for (let row = 0; row < batch; row++) {
      const x = values[start + row];
      sum += x;
      rowSecondMoments[row] += x * x;
    }
  }
  const squares = rowSecondMoments.reduce((total, row) => total + row, 0);
  for (let row = 0; row < batch; row++) rowSecondMoments[row] /= units;
  const mean = sum / n;
  let deviations = 0;
  for (let i = 0; i < n; i++) deviations += (values[i] - mean) ** 2;
  return {
    mean,
    std: Math.sqrt(deviations / (n - 1)),
    secondMoment: squares / n,
    rowSecondMoments,
    ...pairs(values, rowSecondMoments),
  };
}

/** The gradient of a realisation that never reached its output. */
export const unreached = (batch: number): readonly Signal[] => [signal(new Float32Array(batch).fill(Number.NaN), batch)];

/** Averages over the pairs of rows: Σ_{a≠b} ⟨x_a, x_b⟩ is |Σ x_a|² − Σ |x_a|², and the same of the rows' directions. */
function pairs(values: Float32Array | Float64Array, rowSecondMoments: Float64Array): Pick<Signal, 'covariance' | 'cosine'> {
  const batch = rowSecondMoments.length;
  if (batch === 1) return { covariance: Number.NaN, cosine: Number.NaN };
  const units = values.length / batch;
  const lengths = rowSecondMoments.map(Math.sqrt);
  let [together, alike] = [0, 0];
  for (let start = 0; start < values.length; start += batch) {
    let [sum, direction] = [0, 0];
    for (let row = 0; row < batch; row++) {
      const x = values[start + row];
      sum += x;
      direction += x / lengths[row];
    }
    together += sum * sum;
    alike += direction * direction;
  }
  const own = rowSecondMoments.reduce((total, row) => total + row, 0);
  const ordered = batch * (batch - 1);
  return { covariance: (together / units - own) / ordered, cosine: (alike / units - batch) / ordered };
}

/** The statistics of every layer as columns. */
export function columns(layers: readonly Signal[]): Signals {
  const column = (name: Exclude<keyof Signal, 'rowSecondMoments'>) => Float64Array.from(layers, (layer) => layer[name]);
  return {
    mean: column('mean'),
    std: column('std'),
    secondMoment: column('secondMoment'),
    rowSecondMoments: layers.map((layer) => layer.rowSecondMoments),
    covariance: column('covariance'),
    cosine: column('cosine'),
  };
}
