import type { Probe, Trace } from '../network/index.ts';
import { both, chinese, type Text, textOf } from './text.ts';

/** Which layers' values a statement is about. */
export interface LayerRange {
  /** What they are values of: `std`, `q`, `gradient std`, … */
  of: string;
  from: number;
  to: number;
  /** Whether it is about their logarithm. */
  ln: boolean;
}

/** What is read off a realisation, and what the realisation must show for that. */
interface Reading {
  /** What the trace must show beside the activations; nothing, where it is left out. */
  readonly needs?: readonly Probe[];
}

/** A number read off a realisation. One that cannot be read (the network stopped before that layer) is NaN. */
export interface Quantity<T> extends Reading {
  readonly name: Text;
  /** Set where it is the value of a layer, or averaged over some: a chart can then show where. */
  readonly over?: LayerRange;
  readonly read: (trace: T) => number;
}

/** Many numbers read off a realisation, each independent of the others. */
export interface Quantities<T> extends Reading {
  readonly name: string | Text;
  readonly readAll: (trace: T) => readonly number[];
}

/**
 * A quantity of one's own.
 *
 * @param needs what the trace of a network must show for it, beside its activations: `trace.gradient` needs `['gradient']`.
 */
export function quantity<T>(name: string | Text, read: (trace: T) => number, needs: readonly Probe[] = []): Quantity<T> {
  return { name: textOf(name), needs, read };
}

/** The logarithm of a quantity: ln 0 = −∞, and NaN below. */
export function ln<T>({ name, over, read, ...rest }: Quantity<T>): Quantity<T> {
  return {
    ...rest,
    name: both(`ln ${name.en}`, `${chinese(name)}的对数`),
    ...(over && { over: { ...over, ln: true } }),
    read: (trace) => Math.log(read(trace)),
  };
}

/** `factor` times a quantity; `symbol` is what the factor is called, where it has a name. */
export function times<T>(
  factor: number,
  { name, needs = [], read }: Quantity<T>,
  symbol: string = String(Number(factor.toPrecision(5))),
): Quantity<T> {
  return { name: both(`${symbol} × ${name.en}`, `${symbol} × ${chinese(name)}`), needs, read: (trace) => factor * read(trace) };
}

/** Index of the first layer whose std is not finite; ∞ where every layer's is. */
export const firstNonFinite: Quantity<Trace> = quantity(
  both('first layer with a non-finite std', '首个标准差非有限的层'),
  (trace) => trace.firstNonFinite ?? Infinity,
);

/** How many layers a realisation ran before it stopped. */
export const layersRun: Quantity<Trace> = quantity(both('layers run', '实际运行的层数'), (trace) => trace.std.length);
