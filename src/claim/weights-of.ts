import { type Initializer, type Shape, weight } from '../init/index.ts';
import { ParameterError } from '../parameter.ts';
import { type Seed, Stream, withMathRandom } from '../random/index.ts';
import type { Population } from './population.ts';

/** As much of a TensorFlow.js tensor as is needed to read it. */
interface TensorLike {
  dataSync(): ArrayLike<number>;
  dispose(): void;
}

/** As much of a TensorFlow.js initializer as is needed to draw from it. */
export interface TensorInitializer {
  apply(shape: number[]): TensorLike;
}

type Numbers = ArrayLike<number> | TensorLike;

/** Anything that draws weights of a given shape: an initializer of ours or of TensorFlow.js, or a function. */
export type DrawsWeights = Initializer | TensorInitializer | ((shape: number[]) => Numbers | Promise<Numbers>);

/** Numbers in a realisation: where one weight has fewer, several are drawn. */
const NUMBERS = 2 ** 16;

/** The numbers of the weights that make a realisation, one weight after the other. */
export type Weights = Float64Array;

/**
 * Independent draws of weights of this shape, as a population. Whatever draws from Math.random() is given numbers that follow from the
 * seed.
 *
 * @throws ParameterError for what is no initializer; and when it draws, for what gives no numbers, too few or too many of them, and the same
 *   ones again.
 */
export function weightsOf(init: DrawsWeights, shape: Shape): Population<Weights> {
  const drawOne = drawer(init, shape);
  const entries = shape.reduce((product, entry) => product * entry, 1);
  const each = Math.max(1, Math.ceil(NUMBERS / entries));
  const draw = async (seed: Seed, from: number, to: number): Promise<Weights[]> => {
    const realisations: Weights[] = [];
    for (let realisation = from; realisation < to; realisation++) {
      const weights = new Float64Array(each * entries);
      for (let i = 0; i < each; i++)
        weights.set(counted(await drawOne(seed, `${realisation}/weights/${i}`), entries), i * entries);
      if (!('law' in init)) anew(weights, realisations.at(-1), entries);
      realisations.push(weights);
    }
    return realisations;
  };
  return { name: `${nameOf(init)}, ${shape.join('x')}`, draw };
}

/** Of somebody else's initializer: that its second draw is not its first again. */
function anew(weights: Weights, before: Weights | undefined, entries: number): void {
  const [one, other] = before ? [before, weights] : [weights.subarray(0, entries), weights.subarray(entries, 2 * entries)];
  const spread = one.some((w) => w !== one[0]);
  if (spread && one.length === other.length && one.every((w, i) => w === other[i])) {
    throw new ParameterError('initializer', 'one that draws anew each time', 'the same numbers twice: is its seed fixed?');
  }
}

/** The function that draws one weight from a seed and a label. */
function drawer(init: DrawsWeights, shape: Shape): (seed: Seed, label: string) => ArrayLike<number> | Promise<ArrayLike<number>> {
  const given: unknown = init;
  if (typeof init === 'function') {
    return (seed, label) => withMathRandom(seed, label, async () => numbersOf(await init([...shape])));
  }
  if (typeof given !== 'object' || given === null) {
    throw new ParameterError('initializer', 'an initializer, or a function from shape to numbers', given);
  }
  if ('then' in given) throw new ParameterError('initializer', 'a function that draws: await the promise first', 'a promise');
  if ('law' in init) return (seed, label) => weight(init, shape, new Stream(seed, label));
  if (typeof (given as Partial<TensorInitializer>).apply !== 'function') {
    throw new ParameterError('initializer', 'an initializer, or a function from shape to numbers', Object.keys(given));
  }
  return (seed, label) => withMathRandom(seed, label, () => numbersOf(init.apply([...shape])));
}

/** Of a tensor, a copy: it is let go. */
function numbersOf(drawn: Numbers): ArrayLike<number> {
  if (typeof drawn !== 'object' || !('dataSync' in drawn)) return drawn;
  try {
    return drawn.dataSync().length === 0 ? [] : Array.from(drawn.dataSync());
  } finally {
    drawn.dispose();
  }
}

function counted(drawn: unknown, entries: number): ArrayLike<number> {
  const numbers = typeof drawn === 'object' && drawn !== null ? (drawn as ArrayLike<unknown>) : [];
  if (numbers.length !== entries || typeof numbers[0] !== 'number') {
    const got = Array.isArray(numbers[0]) ? 'nested lists: flatten them' : (numbers.length ?? drawn);
    throw new ParameterError('what an initializer draws', `a flat list of ${entries} numbers, or a tensor`, got);
  }
  return numbers as ArrayLike<number>;
}

function nameOf(init: DrawsWeights): string {
  if ('law' in init) return init.name;
  if (typeof init === 'function') return init.name ? `${init.name}()` : 'a function';
  return init.constructor.name;
}
