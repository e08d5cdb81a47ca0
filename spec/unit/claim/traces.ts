import type { Signals, Trace } from '../../../src/network/index.ts';

const float = (...values: number[]) => Float64Array.from(values);

/** The rows' second moments of five layers: row 0 as given, row 1 twice as much. */
const rows = (...first: number[]) => first.map((q) => float(q, 2 * q));

/** A trace made by hand: every number in it is easy to reckon with. */
export const trace: Trace = {
  input: { mean: 0, std: 1, secondMoment: 2, rowSecondMoments: float(0.5, 1.5), covariance: 0.25, cosine: 0.125 },
  mean: float(0, 0.5, 0, 0, 1),
  std: float(1, 2, 4, 16, 64),
  secondMoment: float(4, 12, 12, 6, 60),
  rowSecondMoments: rows(1, 2, 1, 4, 2),
  covariance: float(1, 2, 3, 4, 5),
  cosine: float(0.5, 0.25, 0.5, 0.75, 1),
  firstNonFinite: null,
};

/** One that stopped at layer 2. */
export const stopped: Trace = {
  ...trace,
  std: float(1, 2, Number.NaN),
  secondMoment: float(4, Infinity, Number.NaN),
  firstNonFinite: 2,
};

const beside = (scale: number): Signals => ({
  mean: float(0, 0, 0, 0, 0),
  std: float(1, 2, 3, 4, 5).map((x) => scale * x),
  secondMoment: float(1, 4, 9, 16, 25).map((x) => scale * x),
  rowSecondMoments: rows(1, 4, 9, 16, 25),
  covariance: float(2, 2, 2, 2, 2).map((x) => scale * x),
  cosine: float(0.1, 0.2, 0.3, 0.4, 0.5).map((x) => scale * x),
});

/** The same with everything that a trace can show. The gradient's std doubles in every layer on its way back, from 1 to 32. */
export const probed: Trace = {
  ...trace,
  preActivation: beside(1),
  derivative: beside(10),
  gradient: {
    ...beside(1),
    std: float(16, 8, 4, 2, 1),
    secondMoment: float(256, 64, 16, 4, 1),
    input: { ...trace.input, std: 32, secondMoment: 1024 },
  },
  singularValues: float(3, 1, 0),
};
