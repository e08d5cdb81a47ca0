import { nonNegative, ParameterError, positiveInteger } from '../parameter.ts';
import { names, numbers } from './axis.ts';
import { activationOf, initializerOf } from './named.ts';

/** The axes of a sweep. Exactly one of `init` and `sigmaW` is there: both say what the weights are. */
export interface Grid {
  /** Names, with an option after a colon: `leaky_relu:slope=0.2`. */
  readonly activation: readonly string[];
  /** Names, with options after colons: `xavier_uniform_:gain=1.5`. */
  readonly init: readonly string[] | null;
  /** σ_w: normal weights of variance σ_w²/fan_in. */
  readonly sigmaW: readonly number[] | null;
  /** σ_b: normal biases of variance σ_b²; no biases where it is 0. */
  readonly sigmaB: readonly number[];
  readonly width: readonly number[];
  /** Layers. */
  readonly depth: readonly number[];
  /** Rows of the input, N(0, 1) numbers. */
  readonly batch: readonly number[];
  /** Independent networks of each cell. */
  readonly networks: number;
}

/** The axes in the order in which cells are counted, the last one fastest. */
export const AXES = ['activation', 'init', 'sigmaW', 'sigmaB', 'width', 'depth', 'batch'] as const;
export type Axis = (typeof AXES)[number];

/** Where an axis is left out: the notebook's networks. */
const DEFAULTS = { sigmaB: 0, width: 256, depth: 100, batch: 16, networks: 64 };

/** A file of more records than this is no file to look at, and would not fit into memory as text. */
const MOST_CELLS = 100_000;

/**
 * A grid from its description: the text of flags, or what a JSON file holds.
 *
 * @throws ParameterError for an unknown key, a value of the wrong type, an empty axis, `init` beside `sigmaW` or neither of them,
 *   names and values that are refused where networks are made, and more than 100,000 cells.
 */
export function gridOf(given: unknown): Grid {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new ParameterError('a sweep', 'an object of axes, such as {"activation": "tanh", "sigmaW": [1, 1.5]}', given);
  const known = [...AXES, 'networks'];
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new ParameterError('a key of a sweep', `one of ${known.join(', ')}`, unknown);
  const spec: Record<string, unknown> = { ...DEFAULTS, ...given };
  if ((spec['init'] === undefined) === (spec['sigmaW'] === undefined))
    throw new ParameterError(
      'the weights of a sweep',
      'given either by init or by sigmaW (normal weights of variance sigmaW²/fan_in)',
      spec['init'] === undefined ? 'neither' : 'both',
    );
  if (spec['activation'] === undefined) throw new ParameterError('activation', 'given', undefined);
  const grid = {
    activation: names('activation', spec['activation']),
    init: spec['init'] === undefined ? null : names('init', spec['init']),
    sigmaW: spec['sigmaW'] === undefined ? null : numbers('sigmaW', spec['sigmaW'], nonNegative),
    sigmaB: numbers('sigmaB', spec['sigmaB'], nonNegative),
    width: numbers('width', spec['width'], atLeastTwo),
    depth: numbers('depth', spec['depth'], positiveInteger),
    batch: numbers('batch', spec['batch'], positiveInteger),
    networks: single('networks', spec['networks']),
  };
  return possible(grid);
}

/** How many cells a grid has. */
export function cellCount(grid: Grid): number {
  return AXES.reduce((product, axis) => product * (grid[axis]?.length ?? 1), 1);
}

/** One unit has no std, and one network no standard error. */
function atLeastTwo(name: string, value: number): number {
  if (positiveInteger(name, value) < 2) throw new ParameterError(name, 'at least 2', value);
  return value;
}

function single(name: string, given: unknown): number {
  const [value, ...more] = numbers(name, given, atLeastTwo);
  if (more.length > 0) throw new ParameterError(name, 'one number: it is no axis', given);
  return value;
}

/** The grid, if its networks can be made: what is wrong is said before the first is drawn. */
function possible(grid: Grid): Grid {
  for (const name of grid.activation) activationOf(name);
  for (const name of grid.init ?? []) {
    const init = initializerOf(name);
    for (const width of grid.width) init.law([width, width]);
  }
  const cells = cellCount(grid);
  if (cells > MOST_CELLS) throw new ParameterError('cells of a sweep', `at most ${MOST_CELLS}`, cells);
  return grid;
}
