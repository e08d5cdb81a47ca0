import type { Activation, ClosedForms } from './activation.ts';
import { arcCosine1, supplement } from './arc-cosine.ts';

const TWO_PI = 2 * Math.PI;

/** Arc-cosine kernels of order 1 and 0, halved with their Gaussian's density (Cho & Saul 2009, eqs. 1, 5, 6); all digits for every c. */
const closed: ClosedForms = {
  mean: (q) => Math.sqrt(q / TWO_PI),
  product: (q, c) => (q / TWO_PI) * arcCosine1(supplement(1 + c, 1 - c)),
  derivativeProduct: (_, c) => supplement(1 + c, 1 - c) / TWO_PI,
};

/** φ(x) = max(0, x), with φ′(0) = 0 as in `torch.relu`. */
export const relu: Activation & { readonly closed: ClosedForms } = {
  name: 'relu',
  phi: (x) => Math.max(0, x),
  derivative: (x) => (x > 0 ? 1 : 0),
  kinks: [0],
  homogeneous: true,
  bound: Infinity,
  closed,
};
