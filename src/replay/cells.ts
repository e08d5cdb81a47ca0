import { type Activation, linear, relu, tanh } from '../activation/index.ts';
import { type Architecture, mlp } from '../architecture/index.ts';
import { type Initializer, kaimingNormal, normal, xavierUniform } from '../init/index.ts';

/** A cell of the notebook that builds a network and prints its stds. */
export interface Cell {
  /** Its number, `In [6]`. */
  readonly cell: number;
  readonly id: string;
  readonly network: Architecture;
}

const WIDTH = 256;

function cell(number: number, id: string, activation: Activation, init: Initializer): Cell {
  return { cell: number, id, network: mlp({ width: WIDTH, depth: 100, batch: 16, activation, init }) };
}

/** The notebook's five networks, in its order. */
export const CELLS: readonly Cell[] = [
  cell(6, 'std-one', linear, normal()),
  cell(8, 'inverse-sqrt', linear, normal({ std: Math.sqrt(1 / WIDTH) })),
  cell(9, 'inverse-sqrt-tanh', tanh, normal({ std: Math.sqrt(1 / WIDTH) })),
  cell(10, 'xavier-tanh', tanh, xavierUniform({ gain: 5 / 3 })),
  cell(13, 'kaiming-relu', relu, kaimingNormal({ nonlinearity: 'relu' })),
];

/** The cell that measures the gain of tanh. */
export const GAIN_CELL = { cell: 1, id: 'tanh-gain', draws: 10_000 } as const;
