import type { Activation } from '../activation/index.ts';
import { correlationFixedPoint, correlationMap, type PhasePoint } from '../theory/index.ts';

/** Of a linear network every correlation is fixed: ½ is no other's fixed point. */
const keepsAngles = (map: (c: number) => number): boolean => Math.abs(map(0.5) - 0.5) < 1e-12;

/** c*, the correlation at which two inputs settle; null where their second moment dies or explodes, or every correlation stays. */
export function correlationAt(activation: Activation, { fate, q, sigmaW, sigmaB }: PhasePoint): number | null {
  if (q === null || fate === 'dies') return null;
  const given = [activation, sigmaW ** 2, sigmaB ** 2, q] as const;
  return fate === 'stays' && keepsAngles(correlationMap(...given)) ? null : correlationFixedPoint(...given);
}
