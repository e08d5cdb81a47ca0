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
  let [sum, together] = [0, 0];
  for (let start = 0; start < n; start += batch) {
    let unit = 0;
    for (let row = 0; row < batch; row++) {
      const x = values[start + row];
      unit += x;
      rowSecondMoments[row] += x * x;
    }
    sum += unit;
    together += unit * unit;
  }
  const squares = total(rowSecondMoments);
  for (let row = 0; row < batch; row++) rowSecondMoments[row] /= units;
  const mean = sum / n;
  const inverseLengths = rowSecondMoments.map((moment) => 1 / Math.sqrt(moment));
  let [deviations, alike] = [0, 0];
  for (let start = 0; start < n; start += batch) {
    let [unit, direction] = [0, 0];
    for (let row = 0; row < batch; row++) {
      const x = values[start + row];
      unit += (x - mean) * (x - mean);
      direction += x * inverseLengths[row];
    }
    deviations += unit;
    alike += direction * direction;
  }
  return {
    mean,
    std: Math.sqrt(deviations / (n - 1)),
    secondMoment: squares / n,
    rowSecondMoments,
    ...pairs(together / units, alike / units, rowSecondMoments),
  };
}

/** The gradient of a realisation that never reached its output. */
export const unreached = (batch: number): readonly Signal[] => [signal(new Float32Array(batch).fill(Number.NaN), batch)];

/** Averages over the pairs of rows: Σ_{a≠b} ⟨x_a, x_b⟩ is |Σ x_a|² − Σ |x_a|², and the same of the rows' directions. */
function pairs(together: number, alike: number, rowSecondMoments: Float64Array): Pick<Signal, 'covariance' | 'cosine'> {
  const batch = rowSecondMoments.length;
  // Of a batch of one there are no pairs, but what rounding leaves over 0 would be a number.
  if (batch === 1) return { covariance: Number.NaN, cosine: Number.NaN };
  const ordered = batch * (batch - 1);
  return { covariance: (together - total(rowSecondMoments)) / ordered, cosine: (alike - batch) / ordered };
}

const total = (numbers: Float64Array): number => numbers.reduce((sum, x) => sum + x, 0);

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
