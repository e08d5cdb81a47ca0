import type { Architecture } from '../architecture/index.ts';
import type { Signal, Signals, Trace } from '../network/index.ts';
import { meanField, meanFieldGradient } from '../theory/index.ts';

/**
 * What a network of infinite width would show, as a trace of one: its means and second moments forwards and backwards. Cosines, which mean
 * field has another map for, are NaN.
 *
 * @throws ParameterError where mean field does not hold.
 */
export function meanFieldTrace(architecture: Architecture): Trace {
  const layers = meanField(architecture);
  const [atInput, ...gradient] = meanFieldGradient(architecture);
  const rows = architecture.batch;
  const centred = (secondMoments: readonly number[]) => secondMoments.map((secondMoment) => ({ mean: 0, secondMoment }));
  const [input] = [architecture.input?.secondMoment ?? 1].flat();
  return {
    input: signal({ mean: 0, secondMoment: input }, rows),
    ...signals(layers, rows),
    firstNonFinite: null,
    preActivation: signals(centred(layers.map(({ q }) => q)), rows),
    gradient: { input: signal({ mean: 0, secondMoment: atInput }, rows), ...signals(centred(gradient), rows) },
  };
}

interface Moments {
  readonly mean: number;
  readonly secondMoment: number;
}

const signal = ({ mean, secondMoment }: Moments, rows: number): Signal => ({
  mean,
  std: Math.sqrt(secondMoment - mean ** 2),
  secondMoment,
  rowSecondMoments: new Float64Array(rows).fill(secondMoment),
  covariance: Number.NaN,
  cosine: Number.NaN,
});

function signals(layers: readonly Moments[], rows: number): Signals {
  const each = layers.map((one) => signal(one, rows));
  const column = (read: (one: Signal) => number) => Float64Array.from(each, read);
  return {
    mean: column((one) => one.mean),
    std: column((one) => one.std),
    secondMoment: column((one) => one.secondMoment),
    rowSecondMoments: each.map((one) => one.rowSecondMoments),
    covariance: column((one) => one.covariance),
    cosine: column((one) => one.cosine),
  };
}
