import type { Signal } from './trace.ts';

/**
 * The statistics of one signal, stored unit by unit: entry (unit, row) at `unit · batch + row`.
 *
 * In float64 although the activations are float32: the squares of a growing network leave float32's range near layer 15,
 * and the std would be lost sixteen layers before the signal is.
 */
export function signal(values: Float32Array, batch: number): Signal {
  const n = values.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i];
    squares += values[i] * values[i];
  }
  const mean = sum / n;
  let deviations = 0;
  for (let i = 0; i < n; i++) deviations += (values[i] - mean) ** 2;
  let row = 0;
  for (let i = 0; i < n; i += batch) row += values[i] * values[i];
  return { mean, std: Math.sqrt(deviations / (n - 1)), secondMoment: squares / n, rowSecondMoment: row / (n / batch) };
}
