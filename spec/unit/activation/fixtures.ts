import { type Activation, activationNamed } from '../../../src/activation/index.ts';
import { fixture } from '../../fixture.ts';

/** An activation as the fixtures name it. */
interface Named {
  activation: string;
  slope?: number;
  alpha?: number;
}

/** φ and φ′ at `x`, by mpmath (`derivative` null at a kink) and by PyTorch in float64. */
interface Value extends Named {
  x: number;
  phi: number;
  derivative: number | null;
  torch: { phi: number; derivative: number };
}

/** Expectations at variance `q` and correlation `c`. */
export interface Expectation extends Named {
  q: number;
  c: number;
  mean: number;
  product: number;
  derivativeProduct: number;
}

export const values: Value[] = fixture<{ values: Value[] }>('activation/values.json').values;

const expectations: Record<'closed' | 'opposed', Expectation[]> = fixture('activation/closed.json');
export const closed: Expectation[] = expectations.closed;
export const opposed: Expectation[] = expectations.opposed;

export const activationOf = ({ activation, slope, alpha }: Named): Activation => activationNamed(activation, { slope, alpha });
