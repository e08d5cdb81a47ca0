import { normalDensity } from '../../../src/distribution/index.ts';
import { type Activation, elu, erf, gelu, geluTanh, selu, sigmoid, silu, sin, softplus } from '../../../src/activation/index.ts';
import { ROUNDING as u } from './reference.ts';

/** How far float32 may be from φ(x) and from φ′(x), by its roundings and by the errors of the functions that φ is made of. */
export interface Roundings {
  readonly phi: (x: number) => number;
  readonly derivative: (x: number) => number;
}

/** Relative errors that Cephes states: of expf.c, and of sinf.c and cosf.c. */
const EXP = 1.7e-7;
const SINE = 1.2e-7;

/** A rounding of what is no normal number: half of the smallest there is. It counts times what it is multiplied with later. */
const TINY = 2 ** -150;

const { phi: σ } = sigmoid;

/** σ of what is right to the relative error `argument`; an error of e counts by σ(−x); a sum and a quotient. */
const logistic = (x: number, argument = 0) => σ(-x) * (EXP + argument * Math.abs(x)) + 2 * u;

/** In the lower tail σ is e and a quotient, or a product. */
const LOGISTIC_TINY = 2 * TINY;

/** y = x·(a + bx²) of gelu_tanh: the last product, the sum, b, bx² and x² are rounded. */
const CUBIC = 5 * u;
const A = 2 * Math.sqrt(2 / Math.PI);
const B = A * 0.044715;

/**
 * Polynomials of ndtrf.c as they are, against SciPy’s erf and erfcx: T by 1.2 u, P by 2.6 u, R by 0.8 u; Horner's scheme adds by its
 * running error bound (Higham, 5.1) 2.0 u, 7.9 u and 1.4 u. Their argument, off by u (T) and 3 u (P, R), counts by at most a
 * quarter, a fifth and a tenth. T is multiplied once; P and R twice, with 1/x, which is rounded, and with e^−x².
 */
const ERF = 4.5 * u;
const erfcError = (x: number) => BELL + (x < 2 ? 2.6 + 7.9 + 0.6 + 3 : 0.8 + 1.4 + 0.3 + 3) * u;

/** e^−x² with its rest: the exponential's argument, at most 0.4, is rounded once more, as are the rest's sum and product. */
const BELL = EXP + 0.5 * u;

/** Φ: x/√2 is off by 2 u, which 1/x and the polynomials feel with 3 u, erf with 2 u; ½(1 + erf) and 1 − tail are rounded. */
function normal(x: number): number {
  const s = Math.abs(x) * Math.SQRT1_2;
  const cdf = gelu.phi(x) / x;
  if (!(s >= 1)) return (Math.abs(erf.phi(s)) / 2) * (ERF + 2 * u) + u * (x === 0 ? 0.5 : cdf);
  const tail = x < 0 ? cdf : gelu.phi(-x) / -x;
  return tail * (erfcError(s) + 3 * u) + (x < 0 ? 0 : u);
}

/** e^r − 1 = r + r²P(r): Horner's last sum, and what P is off, of a fifth. Where 2ⁿ comes in, r's reduction, halved; the last sum. */
const EXPM1 = (2 + 2) * u;

/** In the lower tail Φ is e, times 1/x < 0.1, times a polynomial < 0.6, halved. With e/√2π it is a product, too. */
const NORMAL_TINY = (0.03 + 0.3 + 0.5 + 1) * TINY;

function exponential({ phi, derivative }: Activation): Roundings {
  return {
    // Both factors are rounded, and the products with them.
    phi: (x) => Math.abs(phi(x)) * (x > 0 ? 2 * u : EXPM1 + 2 * u),
    derivative: (x) => derivative(x) * (x > 0 ? u : EXP + 2 * u),
  };
}

const TABLE = {
  sigmoid: {
    phi: (x) => σ(x) * logistic(x),
    // e/(1 + e)²: the sum counts twice; square and quotient.
    derivative: (x) => sigmoid.derivative(x) * (EXP + 4 * u),
  },
  silu: {
    phi: (x) => Math.abs(silu.phi(x)) * (logistic(x) + u) + Math.abs(x) * LOGISTIC_TINY,
    // σ(x) and σ(−x) are products with 1/(1 + e); then a product, a sum and a product.
    derivative: (x) => {
      const product = Math.abs(x) * σ(-x);
      return (
        σ(x) * (product * (logistic(-x) + 2 * u) + Math.abs(1 + x * σ(-x)) * (logistic(x) + 3 * u)) + Math.abs(x) * LOGISTIC_TINY
      );
    },
  },
  gelu_tanh: {
    phi: (x) => Math.abs(geluTanh.phi(x)) * (logistic(A * x + B * x ** 3, CUBIC) + u) + Math.abs(x) * LOGISTIC_TINY,
    // In the second term e, twice 1/(1 + e) of two roundings, z·dy/dz, and three products (of which e and two may be tiny).
    derivative: (x) => {
      const y = A * x + B * x ** 3;
      const step = sigmoid.derivative(y) * Math.abs(A * x + 3 * B * x ** 3);
      const error = σ(y) * (logistic(y, CUBIC) + u) + step * (CUBIC * Math.abs(y) + EXP + 4 * u + CUBIC + 3 * u);
      return error + u * Math.abs(geluTanh.derivative(x)) + LOGISTIC_TINY + Math.abs(A * x + 3 * B * x ** 3) * 3 * TINY;
    },
  },
  softplus: {
    // ln(1 + e): at most e's relative error; Cephes' logf.c states 7.6e-8 for ln, and above √2 − 1 e − 1 and ln 2's sum are rounded.
    phi: (x) => Math.log1p(Math.exp(-Math.abs(x))) * (EXP + 7.6e-8 + 3 * u) + u * softplus.phi(x),
    derivative: (x) => σ(x) * logistic(x),
  },
  erf: {
    phi: (x) => {
      const size = Math.abs(x);
      return size < 1 ? Math.abs(erf.phi(x)) * ERF : (1 - erf.phi(size)) * erfcError(size) + u;
    },
    derivative: (x) => erf.derivative(x) * (BELL + 2 * u),
  },
  gelu: {
    phi: (x) => Math.abs(x) * normal(x) + u * Math.abs(gelu.phi(x)) + Math.abs(x) * NORMAL_TINY,
    derivative: (x) =>
      normal(x) +
      Math.abs(x) * normalDensity(x) * (BELL + 3 * u) +
      u * Math.abs(gelu.derivative(x)) +
      NORMAL_TINY * (1 + Math.abs(x)),
  },
  sin: {
    // t is rounded to float32, which counts by t/tan t < 1; off by the product n·π/2 and by π/2, or by 2π·2⁻⁴⁰ and π's own.
    phi: (x) => Math.abs(Math.sin(x)) * (SINE + u) + reduction(x),
    derivative: (x) => Math.abs(Math.cos(x)) * (SINE + u) + reduction(x),
  },
} satisfies Partial<Record<Activation['name'], Roundings>>;

const reduction = (x: number) => (Math.abs(x) <= 2 ** 24 ? Math.abs(x) * 2 ** -52 : 2 ** -37 + 2 ** -50);

/** On top comes e, which is multiplied with 1.8 at most (SELU's λα), and the last product. */
const withTiny = ({ phi, derivative }: Roundings): Roundings => ({
  phi: (x) => phi(x) + 3 * TINY,
  derivative: (x) => derivative(x) + 3 * TINY,
});

export interface InKernel {
  readonly name: string;
  readonly activation: Activation;
  readonly activate: 'sigmoid' | 'silu' | 'gelu' | 'geluTanh' | 'softplus' | 'erf' | 'sin' | 'elu';
  readonly through: `through${Capitalize<InKernel['activate']>}`;
  readonly roundings: Roundings;
  /** Where one formula takes over from another. */
  readonly joints: readonly number[];
  /** φ′ right of 0 and at it, for ELU and SELU. */
  readonly factors: readonly [number, number];
}

const entry = (
  activation: Activation,
  activate: InKernel['activate'],
  through: InKernel['through'],
  roundings: Roundings,
  joints: readonly number[],
): InKernel => ({
  name: activation.alpha === undefined ? activation.name : `${activation.name} of α = ${activation.alpha}`,
  activation,
  activate,
  through,
  roundings: withTiny(roundings),
  joints,
  factors: [activation.derivative(1), activation.derivative(0)],
});

/** Halves of ln 2, where 2ⁿ changes, the end of the normal numbers, and that of all. */
const EXPONENTIAL = [Math.LN2 / 2, Math.LN2 * 1.5, 87.33, 103.97, 105];

const unit = (activation: Activation) =>
  entry(activation, 'elu', 'throughElu', exponential(activation), [0, ...EXPONENTIAL, 16.6, 40]);

export const cases: readonly InKernel[] = [
  entry(sigmoid, 'sigmoid', 'throughSigmoid', TABLE.sigmoid, EXPONENTIAL),
  entry(silu, 'silu', 'throughSilu', TABLE.silu, [...EXPONENTIAL, 1.278]),
  entry(geluTanh, 'geluTanh', 'throughGeluTanh', TABLE.gelu_tanh, [0.752, 10, 10.6, 12]),
  entry(softplus, 'softplus', 'throughSoftplus', TABLE.softplus, [...EXPONENTIAL, -Math.log(Math.SQRT2 - 1)]),
  entry(erf, 'erf', 'throughErf', TABLE.erf, [1, 2, 9.2, 10.2, 10.3]),
  entry(gelu, 'gelu', 'throughGelu', TABLE.gelu, [0.752, Math.SQRT2, 2 * Math.SQRT2, 12.9, 14.3, 14.5]),
  entry(sin, 'sin', 'throughSin', TABLE.sin, [1, 2, 3, 4, 355, 8192, 2 ** 20].map((n) => (n * Math.PI) / 4).concat(2 ** 24)),
  unit(elu(1)),
  unit(elu(0.3)),
  unit(selu),
];
