import {
  calculateGain,
  exactly,
  experiment,
  type Initializer,
  kaimingNormal,
  normal,
  type Quantities,
  quantity,
  Stream,
  uniform,
  weight,
  weightVariance,
  xavierUniform,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { cell } from '../fixture.ts';
import * as zh from './by-hand.zh.ts';
import { factorsLeftOut, parametersMixedUp } from './mistakes.ts';

const n = 256;
const shape = [n, n];

/** One weight drawn twice from the same stream: as the notebook writes it out, and by the library's initializer. */
interface Pair {
  differing: number;
  /** The library's weights over the std that was written by hand. */
  standardised: number[];
}

interface Pairs {
  xavier: Pair;
  kaiming: Pair;
}

function pair(seed: number, byHand: Initializer, library: Initializer): Pair {
  const draw = (init: Initializer) => weight(init, shape, new Stream(seed, 'pair'));
  const hand = draw(byHand);
  const drawn = draw(library);
  const { std } = byHand.law(shape);
  return {
    differing: drawn.reduce((count, w, i) => count + Number(w !== hand[i]), 0),
    standardised: Array.from(drawn, (w) => w / std),
  };
}

/** The notebook's two formulas, by default as it writes them. */
function written(bound = Math.sqrt(6 / (n + n)) * calculateGain('tanh'), std = Math.sqrt(2 / n)) {
  return experiment<Pairs>('256 × 256 weights, by hand and by the library', (stream) => {
    const seed = stream.word();
    return {
      xavier: pair(seed, uniform({ low: -bound, high: bound }), xavierUniform({ gain: calculateGain('tanh') })),
      kaiming: pair(seed, normal({ std }), kaimingNormal({ nonlinearity: 'relu' })),
    };
  });
}

const standardised = (name: string, of: (pairs: Pairs) => Pair): Quantities<Pairs> => ({
  name: { en: `${name} weights over the std written by hand`, zh: zh.standardised(name) },
  readAll: (pairs) => of(pairs).standardised.map((w) => w * w),
});

describe('Cells 10 and 13: initialisers written out by hand', () => {
  claim(
    'notebook/manual-equals-library',
    'the hand-written Xavier bound and Kaiming std are the library’s initializers, draw for draw',
    {
      of: written(),
      says: [
        exactly(
          quantity<Pairs>(
            { en: 'number of differing Xavier weights', zh: zh.differing('Xavier') },
            ({ xavier }) => xavier.differing,
          ),
          0,
        ),
        exactly(
          quantity<Pairs>(
            { en: 'number of differing Kaiming weights', zh: zh.differing('Kaiming') },
            ({ kaiming }) => kaiming.differing,
          ),
          0,
        ),
        weightVariance(
          standardised('Xavier', ({ xavier }) => xavier),
          1.8,
        ).within(0.95, 1.05),
        weightVariance(
          standardised('Kaiming', ({ kaiming }) => kaiming),
          3,
        ).within(0.95, 1.05),
      ],
      predicts: [0, 0, 1, 1],
      controls: [
        factorsLeftOut(written(Math.sqrt(6 / (n + n)), Math.sqrt(1 / n))),
        parametersMixedUp(written(Math.sqrt(2 / (n + n)) * calculateGain('tanh'), 2 / n)),
      ],
      source: `${cell(10).source} ${cell(13).source}`,
      formula: String.raw`w \sim U(-a, a), \quad a = \tfrac{5}{3} \sqrt{\tfrac{6}{n + n}} \,; \qquad w \sim N(0, \sigma^2), \quad \sigma = \sqrt{\tfrac{2}{n}}`,
      because:
        'Both sides draw from the same stream and round their parameters to float32, so equality is exact, entry by entry. The variance’s standard error is 0.35% (uniform) and 0.55% (normal) a matrix: ± 5% is nine of them for one, and eight are drawn.',
      teaches:
        'Xavier’s and Kaiming’s initialisations are no more than a law and one number that sets its spread; the notebook’s one line for each draws the very numbers that the library’s function draws. What goes wrong by hand is the number: a uniform law is given by its bound, which is √3 times its std, a normal law by its std, which is the root of its variance. A single weight does not show such a mistake; the variance of the 65,536 weights of a layer shows it at once, so measure that before looking at any network.',
      zh: zh.byHand,
    },
  );
});
