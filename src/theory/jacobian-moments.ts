import { oneOf, ParameterError, positiveInteger } from '../parameter.ts';

/** Square layers at the edge of chaos: σ_w² = 1 if linear, 2 if ReLU. */
export interface JacobianNetwork {
  readonly activation: 'linear' | 'relu';
  /** Independent normal weights, or σ_w times a rotation from Haar's law. */
  readonly weights: 'gaussian' | 'orthogonal';
  readonly depth: number;
  /** n; Infinity gives the limit. */
  readonly width: number;
}

/** Moments of the spectrum of JJᵀ, the mean over networks. */
export interface JacobianMoments {
  /** E m₁, m₁ = tr(JJᵀ)/n: the mean squared singular value. At the edge of chaos 1. */
  readonly m1: number;
  /** Var m₁ between networks. */
  readonly m1Variance: number;
  /** E m₂, m₂ = tr((JJᵀ)²)/n. */
  readonly m2: number;
  /** E m₂/(E m₁)². */
  readonly ratio: number;
}

/** a = E tr(M²)/n and b = E (tr M)²/n² of M = JJᵀ. */
type Pair = readonly [a: number, b: number];

/**
 * One layer, M′ = D W M Wᵀ D, given e = 1/n. The law of W does not change when W is multiplied by a rotation from the right, nor when
 * rows change their signs.
 *
 * *Linear, Gaussian.* M may be taken diagonal, λ_i, and then M′ = Σ λ_i w_i w_iᵀ with columns w_i ~ N(0, I/n). From
 * E |w_i|² = 1, E |w_i|⁴ = 1 + 2/n and E (w_i·w_j)² = 1/n follow E (tr M′)² = (tr M)² + (2/n)·tr M² and
 * E tr M′² = (1 + 1/n)·tr M² + (tr M)²/n.
 *
 * *ReLU.* M′_kl = d_k d_l·w_kᵀMw_l with rows w_k, where d_k = 1 if w_k·h > 0. Signs s_k = ±1 may be put to the rows: they leave
 * (tr M′)² and tr M′² = Σ (M′_kl)² as they are but for d, and make the d_k fair coins, independent of one another and of the rows.
 * A diagonal term so gets the factor ½, the others ¼.
 *
 * *ReLU, Gaussian*, w_k ~ N(0, 2I/n): E (w_kᵀMw_k)² = (4/n²)·((tr M)² + 2·tr M²), E (w_kᵀMw_l)² = (4/n²)·tr M², and
 * w_kᵀMw_k, w_lᵀMw_l are independent, of mean (2/n)·tr M.
 *
 * *Linear, orthogonal.* M′ has the eigenvalues of M, which are 1.
 *
 * *ReLU, orthogonal*, W = √2·Q. With A = QMQᵀ, tr M′² = 4·Σ d_k d_l·A_kl² has the mean ΣA_kk² + tr A² over the coins, (tr M′)²
 * likewise ΣA_kk² + (tr A)². A row of Q is uniform on the sphere, where E A_kk² = ((tr M)² + 2·tr M²)/(n(n + 2)).
 */
const LAYER: Record<JacobianNetwork['activation'], Record<JacobianNetwork['weights'], (pair: Pair, e: number) => Pair>> = {
  linear: {
    gaussian: ([a, b], e) => [(1 + e) * a + b, b + 2 * e * e * a],
    orthogonal: (pair) => pair,
  },
  relu: {
    gaussian: ([a, b], e) => [(1 + 3 * e) * a + 2 * b, (1 + e) * b + 4 * e * e * a],
    orthogonal: ([a, b], e) => {
      const diagonal = (b + 2 * e * a) / (1 + 2 * e);
      return [a + diagonal, b + e * diagonal];
    },
  },
};

/**
 * Exact moments of the input–output Jacobian J = D_L W_L ⋯ D_1 W_1 at finite width, D_l the derivatives of layer l's activations:
 * how unequally a network stretches the directions of its input.
 *
 * At infinite width the ratio is 1 + L (linear, Gaussian), 1 (linear, orthogonal), 1 + 2L (ReLU, Gaussian) and 1 + L (ReLU,
 * orthogonal): Pennington, Schoenholz & Ganguli 2017 ("Resurrecting the sigmoid").
 */
export function jacobianMoments({ activation, weights, depth, width }: JacobianNetwork): JacobianMoments {
  const layer = LAYER[oneOf('activation', activation, ['linear', 'relu'])][oneOf('weights', weights, ['gaussian', 'orthogonal'])];
  positiveInteger('depth', depth);
  if (width !== Infinity && !(Number.isSafeInteger(width) && width >= 1))
    throw new ParameterError('width', 'a positive integer or Infinity', width);
  let pair: Pair = [1, 1];
  for (let l = 0; l < depth; l++) pair = layer(pair, 1 / width);
  const [m2, meanSquare] = pair;
  return { m1: 1, m1Variance: meanSquare - 1, m2, ratio: m2 };
}
