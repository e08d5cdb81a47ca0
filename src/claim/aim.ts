import { type Activation } from '../activation/index.ts';
import { bracketedRoot } from '../numeric/index.ts';
import { ParameterError } from '../parameter.ts';
import { edgeOfChaos, gain, moments } from '../theory/index.ts';

/** What a word asks of a network's weights: that the std stays where it is said to be, or the gradient's, or that the std grows so. */
export type Aim =
  | { readonly keeps: 'signal'; readonly near: number }
  | { readonly keeps: 'gradient' }
  | { readonly keeps: 'growth'; readonly factor: number };

/** ln q is sought between these: float32's mean squares lie within. */
const [LEAST, MOST] = [-200, 150];

/**
 * σ_w² = fan_in·Var(w) that mean field asks for: at which the std `near` comes out of a layer that it goes into, or, where no activation of
 * this kind has such a std, the mean square 1 of pre-activations does (`gain²`); at which χ₁ = 1; or at which a homogeneous φ lets the std
 * grow by `factor`. Null where there is none.
 */
export function aimedVariance(activation: Activation, aim: Aim, sigmaB2 = 0): number | null {
  switch (aim.keeps) {
    case 'signal':
      return keepingStd(activation, aim.near, sigmaB2);
    case 'gradient':
      return edge(activation, sigmaB2);
    case 'growth':
      return activation.homogeneous ? (aim.factor * gain(activation)) ** 2 : null;
  }
}

function keepingStd(activation: Activation, near: number, sigmaB2: number): number | null {
  if (activation.homogeneous) return gain(activation) ** 2;
  const beyond = (lnQ: number) => {
    const { mean, secondMoment } = moments(activation, Math.exp(lnQ));
    return secondMoment - mean ** 2 - near ** 2;
  };
  // At a pre-activations' std of ten times its bound all of a bounded φ is saturated: nobody is advised to go there.
  const most = Math.min(MOST, Math.log(100 * activation.bound ** 2));
  // At q = 0 nothing comes out: an std that is too large for φ is one that even the largest q does not give.
  if (!(beyond(LEAST) < 0 && beyond(most) > 0)) return gain(activation) ** 2;
  const q = Math.exp(bracketedRoot(beyond, LEAST, most, 1e-6));
  const needed = (q - sigmaB2) / moments(activation, q).secondMoment;
  return needed > 0 ? needed : null;
}

function edge(activation: Activation, sigmaB2: number): number | null {
  try {
    return edgeOfChaos(activation, sigmaB2).sigmaW2;
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}
