import { ModelError } from './model-error.ts';

/** Objects within objects, at most: recursion is by this too. */
const DEEP = 64;

/** What must be a number wherever it stands in a config: TensorFlow.js tries others, and may never end. */
const NUMBERS = new Set([
  'scale',
  'stddev',
  'mean',
  'minval',
  'maxval',
  'gain',
  'units',
  'filters',
  'input_dim',
  'output_dim',
  'rate',
  'alpha',
  'epsilon',
  'momentum',
  'n',
  'depth_multiplier',
]);

/** Of these, those that may not be negative; a scale must be above 0. */
const NOT_NEGATIVE = new Set(['stddev', 'units', 'filters', 'input_dim', 'output_dim', 'epsilon', 'n', 'depth_multiplier']);

/** No size of anything is larger. */
const LARGEST = 2 ** 31;

/**
 * Walks through a config before anything is made of it.
 *
 * @throws ModelError for a number that is none, or absurd, for keys that reach into prototypes, and for a config that is too deep.
 */
export function checkNumbers(config: unknown, name: string, path = '', depth = 0): void {
  if (depth > DEEP) throw new ModelError(`${name}: is nested more than ${DEEP} deep, at ${shortened(path)}`);
  if (typeof config === 'number' && !(Math.abs(config) <= LARGEST)) {
    throw new ModelError(`${name}: ${shortened(path)} must be a number of at most ${LARGEST}; got ${config}`);
  }
  if (typeof config !== 'object' || config === null) return;
  for (const [key, value] of Object.entries(config)) {
    const at = `${path}/${key}`;
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      throw new ModelError(`${name}: has a key ${key}, at ${shortened(at)}`);
    // A layer may be called `scale`, and batch normalisation has a flag of that name.
    const isFlag = typeof value === 'boolean' && key === 'scale';
    if (NUMBERS.has(key) && value !== null && !isFlag && !Array.isArray(config)) checkNumber(key, value, name, at);
    checkNumbers(value, name, at, depth + 1);
  }
}

function checkNumber(key: string, value: unknown, name: string, at: string): void {
  const fine = typeof value === 'number' && (key === 'scale' ? value > 0 : !NOT_NEGATIVE.has(key) || value >= 0);
  if (fine) return;
  const rule = key === 'scale' ? 'a number > 0' : NOT_NEGATIVE.has(key) ? 'a number ≥ 0' : 'a number';
  throw new ModelError(`${name}: ${shortened(at)} must be ${rule}; got ${shortened(JSON.stringify(value))}`);
}

const shortened = (text: string): string => (text.length > 80 ? `…${text.slice(-80)}` : text);
