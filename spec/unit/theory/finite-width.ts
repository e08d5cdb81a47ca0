import { type Activation, linear, relu, tanh } from '../../../src/activation/index.ts';
import { normalCdf } from '../../../src/distribution/index.ts';
import { fixture } from '../../fixture.ts';

interface Population {
  activation: 'tanh' | 'linear' | 'relu' | 'gelu';
  sigmaW2: number;
  sigmaB2: number;
  width: number;
  depth: number;
  /** Of ln std, as all that follows. */
  mean: number;
  meanError: number;
  sd: number;
  sdError: number;
  skewness: number;
  /** At 1%, 50%, 99%. */
  quantiles: [number, number, number];
  quantileErrors: [number, number, number];
}

interface Jacobian {
  activation: 'linear' | 'relu';
  weights: 'gaussian' | 'orthogonal';
  width: number;
  depth: number;
  networks: number;
  m1: number;
  m1Square: number;
  m2: number;
  m1Error: number;
  m1SquareError: number;
  m2Error: number;
}

export const finiteWidth: { populations: Population[]; jacobians: Jacobian[] } = fixture('finite-width/finite-width.json');

/** What a drawn number may be off by: a normal one is off by more once in 1.7 million, and there are some 300 of them. */
export const STANDARD_ERRORS = 5;

/** GELU as Φ has it; no expectation here asks for its derivative. */
const gelu: Activation = {
  name: 'gelu',
  phi: (x) => x * normalCdf(x),
  derivative: (x) => normalCdf(x) + (x * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI),
  kinks: [],
  homogeneous: false,
  bound: Infinity,
};

export const DRAWN: Record<Population['activation'], Activation> = { tanh, linear, relu, gelu };
