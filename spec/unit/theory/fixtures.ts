import { fixture } from '../../fixture.ts';

export type Ratio = 'linear' | 'relu';

interface Theory {
  gains: { tanhMoment: number; tanh: number; fiveThirdsOverTanh: number; relu: number };
  leakyRelu: { slope: number; gain: number }[];
  tanhVarianceMap: { sigma: number; q: number; V: number }[];
  tanhFixedPoint: { sigma: number; q: number; std: number; slope: number; chi1: number; gradientStdPerLayer: number };
  meanField: { id: string; sigma2: number; std: number[] }[];
  ratioLaws: { activation: Ratio; n: number; variance: number; atom: number; lnMean: number; lnVariance: number }[];
  ratioCdf: { activation: Ratio; n: number; r: number; cdf: number; left: number }[];
  overflow: { n: number; layer: number }[];
}

export const theory: Theory = fixture('theory/theory.json');

/** What the quadrature promises of an integral of order 1 (its default tolerance), whatever the integrand. */
export const QUADRATURE = 1e-13;
