import type { Source } from '../random/index.ts';
import { type Shape, size } from './fans.ts';
import type { Law } from './law.ts';

/** Draws one weight from a source of random numbers, and states the law it draws from. */
export interface Initializer {
  /** How it was made, as a reader would write it: `xavierUniform(gain 1.667)`. */
  readonly name: string;
  /** The law of every entry of a weight of this shape. */
  readonly law: (shape: Shape) => Law;
  /** Fills `out` (of the shape's size) with a weight of this shape, rows first; returns `out`. */
  readonly draw: (shape: Shape, source: Source, out: Float32Array) => Float32Array;
  /** What PyTorch would warn of when it draws a weight of this shape; left out where it never warns. */
  readonly warnings?: (shape: Shape) => readonly string[];
}

/** A new weight of this shape, drawn by `init` from `source`. */
export function weight(init: Initializer, shape: Shape, source: Source): Float32Array {
  return init.draw(shape, source, new Float32Array(size(shape)));
}

/** A parameter inside a name: short, and no rounding that a reader would miss. */
export function inName(value: number): string {
  return String(Number(value.toPrecision(4)));
}
