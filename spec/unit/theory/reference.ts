import type { ActivationName } from '../../../src/activation/index.ts';
import type { Integral } from '../../../src/numeric/index.ts';
import { fixture } from '../../fixture.ts';

interface Scales {
  sigmaW2: number;
  sigmaB2: number;
  q: number;
  c: number;
  varianceSlope: number;
  correlationSlope: number;
  chi1: number;
  xiQ: number;
  xiC: number;
  xiGradient: number;
}

interface MeanField {
  gains: { activation: ActivationName; gain: number }[];
  moments: {
    activation: ActivationName;
    q: number;
    mean: number;
    secondMoment: number;
    derivativeSquared: number;
    slope: number;
  }[];
  products: { activation: ActivationName; q: number; c: number; product: number; derivativeProduct: number }[];
  tanhScales: Scales[];
  edges: { activation: ActivationName; sigmaB2: number; q: number; sigmaW2: number; slope: number }[];
  selu: { alpha: number; lambda: number; chi1: number; threeQuarters: { q: number; rms: number; std: number } };
  reluCorrelations: { layer: number; c: number; scaled: number }[];
  gradients: { sigmaW2: number; layers: number; growth: number; last: number }[];
}

export const reference: MeanField = fixture('mean-field/mean-field.json');

/** Whether `value` rounds to what was printed: "1.7046" allows half a unit of its last digit. */
export function prints(value: number, text: string): boolean {
  const digits = text.split('.')[1]?.length ?? 0;
  return Math.abs(value - Number(text)) <= 0.5 * 10 ** -digits * (1 + 1e-9);
}

/** The true error may exceed the bound by rounding: some ε of φ's values and of the sum. */
export function isHonest({ value, error }: Integral, truth: number, scale: number = Math.max(1, Math.abs(truth))): boolean {
  return Math.abs(value - truth) <= error + 32 * Number.EPSILON * scale;
}
