import { mean } from 'simple-statistics';
import type { Activation } from '../activation/index.ts';
import type { Architecture } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { bracketedRoot } from '../numeric/index.ts';
import { moments } from '../theory/index.ts';

/** Most layers that are looked at: each asks for a root of an integral. */
const LAYERS = 8;

/**
 * ln of the fan_in·Var(w) that layers behave as if they had, over the one of their law, averaged over some of the layers `from` … `to`: what
 * goes in has the second moment q_{l−1}, and what comes out tells the second moment of the pre-activations between them. NaN where no layer
 * lets it be told.
 */
export function lnEffectiveVariance(
  { layers }: Architecture,
  { input, secondMoment, firstNonFinite }: Trace,
  from: number,
  to: number,
): number {
  const last = Math.min(to, (firstNonFinite ?? secondMoment.length) - 1);
  const step = Math.max(1, (last - from + 1) / LAYERS);
  const logs: number[] = [];
  for (let at = from; at <= last; at += step) {
    const l = Math.floor(at);
    const { activation, init, bias, fanIn, fanOut } = layers[l];
    const before = l === 0 ? input.secondMoment : secondMoment[l - 1];
    const sigmaB2 = bias ? bias.law([fanOut]).std ** 2 : 0;
    const effective = (preActivationOf(activation, secondMoment[l]) - sigmaB2) / before;
    const ln = Math.log(effective / (fanIn * init.law([fanOut, fanIn]).std ** 2));
    if (Number.isFinite(ln)) logs.push(ln);
  }
  return logs.length === 0 ? Number.NaN : mean(logs);
}

/** Second moments between which the one of pre-activations is sought: the mean square of float32
 * numbers, subnormal ones too, lies within. */
const [LEAST, MOST] = [1e-91, 1e78];

/** q with E φ(√q z)² = `after`; NaN where there is none. */
function preActivationOf(activation: Activation, after: number): number {
  const at = (lnQ: number) => moments(activation, Math.exp(lnQ)).secondMoment - after;
  const atOne = moments(activation, 1).secondMoment;
  // Where φ is homogeneous, or nearly linear, the answer is next to this; else the bracket is opened until it holds it.
  const guess = Math.log(after / atOne);
  if (!Number.isFinite(guess)) return Number.NaN;
  for (let width = 1; guess - width > Math.log(LEAST) && guess + width < Math.log(MOST); width *= 2) {
    const [low, high] = [guess - width, guess + width];
    if (at(low) < 0 && at(high) > 0) return Math.exp(bracketedRoot(at, low, high, 1e-5));
  }
  return Number.NaN;
}
