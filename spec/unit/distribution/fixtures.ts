import { fixture } from '../../fixture.ts';

/** A point of a distribution function (`x`, `cdf`), or a quantile (`tail`, `p`, `x`). */
interface OfLaw {
  law: 'normal' | 't' | 'chi2' | 'beta';
  df: number;
  a: number;
  b: number;
  x: number;
}

interface Distributions {
  functions: (OfLaw & { cdf: number; sf: number })[];
  quantiles: (OfLaw & { tail: 'upper' | 'lower'; p: number })[];
  binomial: { n: number; p: number; k: number; pmf: number; cdf: number; sf: number }[];
  gammaDerivatives: { x: number; digamma: number; trigamma: number }[];
}

export const distributions: Distributions = fixture('scipy/distributions.json');
