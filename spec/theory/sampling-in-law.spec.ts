import {
  type Architecture,
  cosine,
  distribution,
  gelu,
  gradient,
  kaimingNormal,
  linear,
  linearRatioLaw,
  mlp,
  normal,
  quantity,
  relu,
  reluRatioLaw,
  rowRatios,
  sameLaw,
  secondMoment,
  std,
  tanh,
  type Trace,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { sampleCorrelation } from 'simple-statistics';
import { describe } from 'vitest';
import { DISTANCE, inLaw, population } from './in-law.ts';
import { noActivation, sigmaTooLarge, tooWide } from './mistakes.ts';
import * as zh from './sampling-in-law.zh.ts';

const same = (of: Parameters<typeof sameLaw<Trace>>[0]) => sameLaw<Trace>(of).isWithin(DISTANCE);

const BECAUSE = `Each sample’s distribution function lies within √(ln(4/α)/2n) of its law’s: together 0.15 at 2,048 pairs and 0.11 at 4,096. Two samples of one law are 0.03 apart at 2,048, and 0.045 in one case of 30; ${DISTANCE} leaves room for that at the one or the other. The controls were measured at`;
const SOURCE = 'X Wᵀ of independent N(0, σ²) weights has independent columns N(0, σ² X Xᵀ), and given it the rest of W is free';
const FORMULA = String.raw`Z = \sigma L G, \quad L L^\top = X X^\top; \qquad \Delta W = (\Delta Z^\top)\, X^{+\top} + \sigma D G' (1 - X^+ X), \quad D D^\top = \Delta \Delta^\top`;

const SHORTCUT =
  'To draw a layer with its weights takes some n² random numbers. Gaussian weights allow a shortcut: given a batch X, the pre-activations XWᵀ are Gaussian themselves, independent from unit to unit and of covariance σ²XXᵀ between inputs, so that a layer takes no more random numbers than it has pre-activations.';

describe('Networks drawn in law are of the law of networks with weights', () => {
  {
    const of = population(
      '8 units, linear, batch 16',
      mlp({ width: 8, depth: 6, activation: linear, init: normal({ std: 8 ** -0.5 }) }),
    );
    const forward = same(std.after(5));
    const back = same(gradient.std.after(0));
    claim(
      'theory/law-linear',
      'a linear network may be drawn in law where there are more inputs than units, whose Gram matrix is singular',
      {
        of: of.right,
        says: [forward, back],
        predicts: [0, 0],
        controls: [of.sigma(1.1, forward), of.sigma(1.1, back), of.firstDirection(forward)],
        source: SOURCE,
        formula: FORMULA,
        because: `${BECAUSE} 0.5, 0.5 and 0.8.`,
        teaches: `${SHORTCUT} Here there are 16 inputs and only 8 units, so XXᵀ is singular, and what factorises it must put up with a lost rank. All the same the std on the way forward and the gradient on the way back have the laws of networks with weights.`,
        zh: zh.linear,
      },
    );
  }

  {
    const of = population(
      '48–40–64–40–48 units, relu, batch 16',
      mlp({ width: [48, 40, 64, 40, 48], activation: relu, init: kaimingNormal() }),
    );
    const forward = same(std.after(3));
    const early = same(secondMoment.after(1));
    const angle = same(cosine.after(3));
    const back = same(gradient.std.after(0));
    claim(
      'theory/law-relu',
      'a ReLU network of unequal widths drawn in law has the laws of one with weights: std, q, cosine and gradients',
      {
        of: of.right,
        says: [forward, early, angle, back],
        predicts: [0, 0, 0, 0],
        controls: [of.sigma(1.05, forward), of.sigma(1.05, back), of.firstDirection(early), of.rowsApart(angle)],
        source: SOURCE,
        formula: FORMULA,
        because: `${BECAUSE} 0.43, 0.51, 1 and 1. A row of 40 units or more dies in one layer of 2⁴⁰ at the most.`,
        teaches: `${SHORTCUT} Widths that change from layer to layer, and a ReLU that draws inputs together, leave this as it is. It rests on independent Gaussian weights: uniform, truncated or orthogonal ones have no such shortcut and must be drawn themselves.`,
        zh: zh.relu,
      },
    );
  }

  {
    const of = population(
      '45–61–43–50–47 units, relu, batch 5',
      mlp({ width: [45, 61, 43, 50, 47], batch: 5, activation: relu, init: kaimingNormal() }),
    );
    const forward = same(std.after(2));
    const angle = same(cosine.after(3));
    const back = same(gradient.std.after(0));
    claim(
      'theory/law-odd-sizes',
      'a network drawn in law has the same laws where widths and batch are no multiples of what the kernel works on',
      {
        of: of.right,
        says: [forward, angle, back],
        predicts: [0, 0, 0],
        controls: [of.sigma(1.1, forward), of.sigma(1.1, back), of.rowsApart(angle)],
        source: SOURCE,
        formula: FORMULA,
        because: `${BECAUSE} 0.6, 0.65 and 1.`,
        teaches: `${SHORTCUT} Fast code works on several numbers at a time, and mistakes hide in the remainder; so no block divides the widths and the batch of this network. A simulation that is compared with another method should be given such sizes too.`,
        zh: zh.oddSizes,
      },
    );
  }

  {
    const of = population(
      '20–32–16–24 units, tanh, biases, batch 16',
      mlp({ width: [20, 32, 16, 24], activation: tanh, init: normal({ std: 0.4 }), bias: normal({ std: 0.5 }) }),
    );
    const ln = (values: ArrayLike<number>) => Array.from(values, Math.log);
    /** Rows that are large at the output have left more of tanh's slope behind: their gradients are small. Another network's are not. */
    const together = quantity<Trace>(
      {
        en: "correlation over a batch of ln q at the output and the gradient's ln q at the input",
        zh: zh.correlation,
      },
      ({ rowSecondMoments, gradient: back }) =>
        back ? sampleCorrelation(ln(rowSecondMoments[2]), ln(back.input.rowSecondMoments)) : Number.NaN,
      ['gradient'],
    );
    const forward = same(std.after(2));
    const angle = same(cosine.after(2));
    const joint = same(together);
    claim(
      'theory/law-tanh',
      'a tanh network with biases drawn in law has the laws of one with weights, forward and back together',
      {
        of: of.right,
        says: [forward, angle, joint],
        predicts: [0, 0, 0],
        controls: [of.sigma(1.1, forward), of.biasLeftOut(angle), of.rowsApart(angle), of.backFromAnother(joint)],
        source: SOURCE,
        formula: FORMULA,
        because: `${BECAUSE} 0.52, 0.96, 0.57 and 0.48.`,
        teaches: `${SHORTCUT} The way back uses the same weights, so it must be drawn given the way forward: rows that are large at the output have reached the flat part of tanh, and their gradients are small. Put together from two independent passes, each way would have the right law and the connection would be lost; mean field theory makes that very assumption, to keep its calculations tractable.`,
        zh: zh.tanh,
      },
    );
  }

  {
    const of = population(
      '40–64–48–64–56–40 units, gelu, biases, batch 1',
      mlp({ width: [40, 64, 48, 64, 56, 40], batch: 1, activation: gelu, init: kaimingNormal(), bias: normal() }),
    );
    const forward = same(std.after(4));
    const back = same(gradient.std.after(0));
    claim('theory/law-gelu', 'a GELU network with biases drawn in law has the laws of one with weights, for a single input too', {
      of: of.right,
      says: [forward, back],
      predicts: [0, 0],
      controls: [of.sigma(1.1, forward), of.sigma(1.1, back), of.biasLeftOut(forward)],
      source: SOURCE,
      formula: FORMULA,
      because: `${BECAUSE} 0.4, 0.44 and 0.8.`,
      teaches: `${SHORTCUT} None of this depends on the activation, which acts only on pre-activations already drawn, and a bias adds σ_b² to every entry of the covariance. With a single input the covariance is one number, which the input’s length determines.`,
      zh: zh.gelu,
    });
  }
});

describe('Networks drawn in law have the laws that are exact at any width', () => {
  const drawn = (name: string, architecture: Architecture) => ({ name: `${name}, in law`, draw: inLaw(architecture) });
  const oneInput = (activation: typeof linear, depth: number, factor: number) =>
    mlp({ width: 8, depth, batch: 1, activation, init: normal({ std: factor * Math.sqrt((activation === relu ? 2 : 1) / 8) }) });

  claim('theory/law-chi-squared', 'the ratio of two linear layers’ q is χ²/n at 8 units, exactly', {
    of: drawn('20 layers × 8 units, linear, batch 1', oneInput(linear, 20, 1)),
    says: distribution<Trace>(rowRatios).isWithin(0.1, linearRatioLaw(8), 'χ²_8/8'),
    predicts: 0,
    controls: [
      sigmaTooLarge(20)(drawn('σ 20% too large', oneInput(linear, 20, 1.2))),
      tooWide(drawn('64 units', mlp({ width: 64, depth: 20, batch: 1, activation: linear, init: normal({ std: 1 / 8 }) }))),
    ],
    source: SOURCE,
    formula: String.raw`\frac{q_l}{q_{l-1}} \sim \frac{\chi^2_n}{n}, \qquad n = 8`,
    because: 'One row: L is its length, and |σ L g|² is σ²|x|²·χ²_n. 2,560 ratios tell a distance of 0.1 from 0.',
    teaches:
      'A linear layer of independent Gaussian weights multiplies the squared length of its input by a random number, χ²_n/n, of mean 1 and variance 2/n: exactly so at any width. With n = 8 a layer in seven halves it, or worse, and one in 24 doubles it, or more. Theory at infinite width sees the mean 1 alone; the narrower a network, the further a single one is from the average.',
    zh: zh.chiSquared,
  });

  claim('theory/law-relu-atom', 'a ReLU layer’s ratio is (2/n)·χ²_K at 8 units, where one input in 256 dies', {
    of: drawn('1 layer × 8 units, relu, batch 1', oneInput(relu, 1, 1)),
    says: distribution<Trace>(rowRatios, { first: 512, cap: 4096 }).isWithin(0.1, reluRatioLaw(8), '(2/8)·χ²_K, K ~ Bin(8, ½)'),
    predicts: 0,
    controls: [
      sigmaTooLarge(40)(drawn('σ 40% too large', oneInput(relu, 1, 1.4))),
      noActivation(drawn('no activation', oneInput(linear, 1, 1))),
    ],
    source: SOURCE,
    formula: String.raw`\frac{q_l}{q_{l-1}} \sim \frac{2}{n}\,\chi^2_K, \qquad K \sim \operatorname{Bin}\!\left(n, \tfrac{1}{2}\right), \qquad \operatorname{P}(q_l = 0) = 2^{-n} = 2^{-8}`,
    because: 'K = 0 has probability 2⁻⁸: the law has an atom at 0, and is compared from both sides.',
    teaches:
      'Weights of a symmetric law switch each unit on with probability ½, so the number K that are on is binomial. Of 8 units there is none on once in 256 times, and without biases the signal is zero from then on: after a hundred such layers a third of the inputs are lost. Every further unit halves that probability, which is why nobody sees it happen at the usual widths.',
    zh: zh.reluAtom,
  });
});
