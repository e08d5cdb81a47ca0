import { chiSquaredQuantile, normalQuantile, studentQuantile } from '../distribution/index.ts';

/**
 * The half-width of a band around 0 for the difference of two means, so wide that two samples of one normal population are found to be
 * equivalent (Schuirmann's two one-sided tests, at confidence 1 − alpha) but with probability `beta`.
 *
 * Told from one sample, whose std is `std` and whose size is `n`, before the other of size `m` is there: |difference| stays below z·σ·√(1/n + 1/m),
 * σ below std·√((n − 1)/χ²), and the other's std above σ by no more than √(χ²/(m − 1)), each but for a third of beta.
 *
 * @param alpha as the interval of `welch` gets it.
 */
export function smallestChange(std: number, n: number, m: number, alpha: number, beta: number): number {
  const third = beta / 3;
  const most = std * Math.sqrt((n - 1) / chiSquaredQuantile(n - 1, third));
  const other = most * Math.sqrt(chiSquaredQuantile(m - 1, 1 - third) / (m - 1));
  const half = -studentQuantile(Math.min(n, m) - 1, alpha / 2) * Math.hypot(std / Math.sqrt(n), other / Math.sqrt(m));
  return half - normalQuantile(third / 2) * most * Math.sqrt(1 / n + 1 / m);
}
