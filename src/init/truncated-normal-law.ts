import { normalCdf } from '../distribution/index.ts';
import { integrate } from '../numeric/index.ts';
import { type Law, normalLaw, uniformLaw } from './law.ts';

/** The density is followed from where it is highest to where it has fallen to exp(−12²/2) < 1e-31 of that. */
const REACH = 12;
/** Below this mass the two values of Φ, of 308 decimal places, have too few digits to subtract. */
const TOO_FAR = 1e-290;

/** Φ(to) − Φ(from), by the tails on the side where they are small. */
export function normalMass(from: number, to: number): number {
  return from > 0 ? cdf(-from) - cdf(-to) : cdf(to) - cdf(from);
}

/**
 * N(mean, std²) between two bounds, not rescaled: cut at ±2 std, its variance is only 0.7737 std².
 *
 * Its moments are integrals of the density over the bounds: the closed form (Johnson, Kotz & Balakrishnan 1994, section 13.10.1)
 * is a difference of nearly equal numbers where the bounds are close together or far out.
 * Without a finite mean and std the density is flat, as it is for PyTorch's sampler; a negative std counts as a positive one.
 */
export function truncatedNormalLaw(mean: number, std: number, low: number, high: number): Law {
  const sigma = Math.abs(std);
  const family = 'truncated normal';
  if (low === high || sigma === 0) return { ...normalLaw(Math.max(low, Math.min(mean, high)), 0), family };
  if (!Number.isFinite(mean) || !Number.isFinite(sigma)) return { ...uniformLaw(low, high), family };
  const z = (x: number) => (x - mean) / sigma;
  const mode = Math.max(z(low), Math.min(0, z(high)));
  // Solves mode·reach + reach²/2 = 12²/2: far out in a tail the density falls within a fraction of a standard deviation.
  const reach = REACH ** 2 / (Math.hypot(mode, REACH) + Math.abs(mode));
  const from = Math.max(z(low), mode - reach);
  const to = Math.min(z(high), mode + reach);
  const [centre, half] = [(from + to) / 2, (to - from) / 2];
  /** ∫ f·density over the bounds as far as `end`, in units in which they lie at ±1 and the density's height is 1. */
  const integral = (f: (t: number) => number, end = 1) => {
    const weighted = (t: number) => {
      const at = centre + half * t;
      return f(t) * Math.exp(((mode - at) * (mode + at)) / 2);
    };
    const peak = Math.min(end, (mode - centre) / half);
    return integrate(weighted, -1, peak).value + integrate(weighted, peak, end).value;
  };
  const whole = integral(() => 1);
  const middle = integral((t) => t) / whole;
  const variance = integral((t) => (t - middle) ** 2) / whole;
  const fourth = integral((t) => (t - middle) ** 4) / whole;
  const mass = normalMass(z(low), z(high));
  const share = (x: number) =>
    mass > TOO_FAR
      ? normalMass(z(low), z(x)) / mass
      : integral(() => 1, Math.min(1, Math.max(-1, (z(x) - centre) / half))) / whole;
  return {
    family,
    mean: mean + sigma * (centre + half * middle),
    std: sigma * half * Math.sqrt(variance),
    kurtosis: fourth / variance ** 2,
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : Math.min(1, Math.max(0, share(x)))),
  };
}

/** Φ, to any distance: from 37.5 on, float64 has no number for the smaller tail. */
const cdf = (z: number) => (Math.abs(z) > 37.5 ? Number(z > 0) : normalCdf(z));
