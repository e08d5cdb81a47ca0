import {
  type Architecture,
  cosine,
  distribution,
  gelu,
  gradient,
  instead,
  kaimingNormal,
  linear,
  linearRatioLaw,
  mapLayers,
  mlp,
  normal,
  against,
  quantity,
  relu,
  reluRatioLaw,
  rowRatios,
  sameLaw,
  secondMoment,
  type Statement,
  type Pair,
  std,
  tanh,
  type Trace,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { sampleCorrelation } from 'simple-statistics';
import { describe } from 'vitest';
import { backFromAnother, firstDirection, inLaw, onRows, pairsOf, rowsApart } from './in-law.ts';

/** Further apart than this, two laws are not the same: 2,048 pairs put the distance of two that are within 0.17. */
const DISTANCE = 0.2;
const same = (of: Parameters<typeof sameLaw<Trace>>[0]) => sameLaw<Trace>(of).isWithin(DISTANCE);

const BECAUSE = `Each sample’s distribution function lies within √(ln(4/α)/2n) of its law’s: together 0.15 at 2,048 pairs and 0.11 at 4,096. Two samples of one law are 0.03 apart at 2,048, and 0.045 in one case of 30; ${DISTANCE} leaves room for that at the one or the other. The controls were measured at`;
const SOURCE = 'X Wᵀ of independent N(0, σ²) weights has independent columns N(0, σ² X Xᵀ), and given it the rest of W is free';
const FORMULA = 'Z = σ L G, L Lᵀ = X Xᵀ;  ΔW = (Δ Zᵀ)X⁺ᵀ + σ D G′(1 − X⁺X)';

const scaledBy = (factor: number, architecture: Architecture): Architecture =>
  mapLayers(architecture, (layer) => ({
    ...layer,
    init: normal({ std: factor * layer.init.law([layer.fanOut, layer.fanIn]).std }),
  }));
const withoutBias = (architecture: Architecture) => mapLayers(architecture, (layer) => ({ ...layer, bias: null }));

/** An architecture's pairs, and what is wrong with others. */
function population(name: string, architecture: Architecture) {
  const { right, wrong } = pairsOf(name, architecture);
  type Says = Statement<Pair<Trace>>;
  const held = (says: Says, how: string, draw: Parameters<typeof wrong>[1]) => against(says, instead(how, wrong(how, draw)));
  return {
    right,
    sigma: (factor: number, says: Says) =>
      held(says, `σ ${Math.round(100 * factor - 100)}% too large`, inLaw(scaledBy(factor, architecture))),
    biasLeftOut: (says: Says) => held(says, 'biases left out', inLaw(withoutBias(architecture))),
    rowsApart: (says: Says) => held(says, 'rows of the right lengths, but independent', onRows(architecture, rowsApart)),
    firstDirection: (says: Says) => held(says, 'all rows along the first one', onRows(architecture, firstDirection)),
    backFromAnother: (says: Says) => held(says, 'the way back of another way forward', backFromAnother(architecture)),
  };
}

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
    claim('theory/law-relu', 'so may a ReLU network of unequal widths: its std, q, cosine and gradients', {
      of: of.right,
      says: [forward, early, angle, back],
      predicts: [0, 0, 0, 0],
      controls: [of.sigma(1.05, forward), of.sigma(1.05, back), of.firstDirection(early), of.rowsApart(angle)],
      source: SOURCE,
      formula: FORMULA,
      because: `${BECAUSE} 0.43, 0.51, 1 and 1. A row of 40 units or more dies in one layer of 2⁴⁰ at the most.`,
    });
  }

  {
    const of = population(
      '45–61–43–50–47 units, relu, batch 5',
      mlp({ width: [45, 61, 43, 50, 47], batch: 5, activation: relu, init: kaimingNormal() }),
    );
    const forward = same(std.after(2));
    const angle = same(cosine.after(3));
    const back = same(gradient.std.after(0));
    claim('theory/law-odd-sizes', 'so may one whose widths and batch are no multiples of what the kernel works on', {
      of: of.right,
      says: [forward, angle, back],
      predicts: [0, 0, 0],
      controls: [of.sigma(1.1, forward), of.sigma(1.1, back), of.rowsApart(angle)],
      source: SOURCE,
      formula: FORMULA,
      because: `${BECAUSE} 0.6, 0.65 and 1.`,
    });
  }

  {
    const of = population(
      '20–32–16–24 units, tanh, biases, batch 16',
      mlp({ width: [20, 32, 16, 24], activation: tanh, init: normal({ std: 0.4 }), bias: normal({ std: 0.5 }) }),
    );
    const ln = (values: ArrayLike<number>) => Array.from(values, Math.log);
    /** Rows that are large at the output have left more of tanh's slope behind: their gradients are small. Another network's are not. */
    const together = quantity<Trace>(
      "correlation over a batch of ln q at the output and the gradient's ln q at the input",
      ({ rowSecondMoments, gradient: back }) =>
        back ? sampleCorrelation(ln(rowSecondMoments[2]), ln(back.input.rowSecondMoments)) : Number.NaN,
      ['gradient'],
    );
    const forward = same(std.after(2));
    const angle = same(cosine.after(2));
    const joint = same(together);
    claim('theory/law-tanh', 'so may a tanh network with biases, the ways forward and back together', {
      of: of.right,
      says: [forward, angle, joint],
      predicts: [0, 0, 0],
      controls: [of.sigma(1.1, forward), of.biasLeftOut(angle), of.rowsApart(angle), of.backFromAnother(joint)],
      source: SOURCE,
      formula: FORMULA,
      because: `${BECAUSE} 0.52, 0.96, 0.57 and 0.48.`,
    });
  }

  {
    const of = population(
      '40–64–48–64–56–40 units, gelu, biases, batch 1',
      mlp({ width: [40, 64, 48, 64, 56, 40], batch: 1, activation: gelu, init: kaimingNormal(), bias: normal() }),
    );
    const forward = same(std.after(4));
    const back = same(gradient.std.after(0));
    claim('theory/law-gelu', 'so may a GELU network with biases and a single input', {
      of: of.right,
      says: [forward, back],
      predicts: [0, 0],
      controls: [of.sigma(1.1, forward), of.sigma(1.1, back), of.biasLeftOut(forward)],
      source: SOURCE,
      formula: FORMULA,
      because: `${BECAUSE} 0.4, 0.44 and 0.8.`,
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
      instead('σ 20% too large', drawn('σ 20% too large', oneInput(linear, 20, 1.2))),
      instead(
        '64 units',
        drawn('64 units', mlp({ width: 64, depth: 20, batch: 1, activation: linear, init: normal({ std: 1 / 8 }) })),
      ),
    ],
    source: SOURCE,
    formula: 'q_l/q_{l−1} = χ²_n/n',
    because: 'One row: L is its length, and |σ L g|² is σ²|x|²·χ²_n. 2,560 ratios tell a distance of 0.1 from 0.',
  });

  claim('theory/law-relu-atom', 'a ReLU layer’s ratio is (2/n)·χ²_K at 8 units, where one input in 256 dies', {
    of: drawn('1 layer × 8 units, relu, batch 1', oneInput(relu, 1, 1)),
    says: distribution<Trace>(rowRatios, { first: 512, cap: 4096 }).isWithin(0.1, reluRatioLaw(8), '(2/8)·χ²_K, K ~ Bin(8, ½)'),
    predicts: 0,
    controls: [
      instead('σ 40% too large', drawn('σ 40% too large', oneInput(relu, 1, 1.4))),
      instead('no activation', drawn('no activation', oneInput(linear, 1, 1))),
    ],
    source: SOURCE,
    formula: 'P(q_l = 0) = 2⁻⁸',
    because: 'K = 0 has probability 2⁻⁸: the law has an atom at 0, and is compared from both sides.',
  });
});
