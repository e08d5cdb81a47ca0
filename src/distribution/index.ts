export { betaCdf, betaQuantile } from './beta.ts';
export { binomialCdf, binomialPmf, binomialSurvival } from './binomial.ts';
export { chiSquaredCdf, chiSquaredQuantile } from './chi-squared.ts';
export { erf, erfc } from './erf.ts';
export { normalCdf, normalQuantile } from './normal.ts';
export { normalDensity } from './normal-density.ts';
export { digamma, trigamma } from './polygamma.ts';
export { studentQuantile } from './student.ts';
