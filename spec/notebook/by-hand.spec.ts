import {
  calculateGain,
  exactly,
  experiment,
  type Initializer,
  instead,
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
  name: `${name} weights over the std written by hand`,
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
          quantity<Pairs>('number of differing Xavier weights', ({ xavier }) => xavier.differing),
          0,
        ),
        exactly(
          quantity<Pairs>('number of differing Kaiming weights', ({ kaiming }) => kaiming.differing),
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
        instead('gain left out, factor 2 left out', written(Math.sqrt(6 / (n + n)), Math.sqrt(1 / n))),
        instead('std as bound, variance as std', written(Math.sqrt(2 / (n + n)) * calculateGain('tanh'), 2 / n)),
      ],
      source: `${cell(10).source} ${cell(13).source}`,
      formula: 'a = gain·√(6/(n + n)),  std = √(2/n)',
      because:
        'Both sides draw from the same stream and round their parameters to float32, so equality is exact, entry by entry. The variance’s standard error is 0.35% (uniform) and 0.55% (normal) a matrix: ± 5% is nine of them for one, and eight are drawn.',
    },
  );
});
