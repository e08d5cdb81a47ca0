import { ParameterError } from '../parameter.ts';
import type { StdOf } from './scaled.ts';

export interface XavierOptions {
  /** Factor on the std, see `calculateGain`; 1 by default. */
  gain?: number;
}

/** Glorot & Bengio 2010, eq. 12: Var = 2/(fan_in + fan_out), between what the forward and the backward pass would want. */
export const xavierStd =
  (gain: number): StdOf =>
  ({ fanIn, fanOut }, shape) => {
    if (fanIn + fanOut === 0) throw new ParameterError('shape', 'one with a fan of 1 or more', shape);
    return gain * Math.sqrt(2 / (fanIn + fanOut));
  };
