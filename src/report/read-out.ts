import { fromJson, type JsonNumber } from '../claim/index.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import type { Label } from './words.ts';

/** A line of numbers that a chart can be asked for. */
export interface Reading {
  readonly name: Label;
  readonly values: readonly JsonNumber[];
}

interface ReadOut {
  /** What the horizontal axis counts. */
  readonly of: Label;
  /** Whether the first of the readings are places on that axis; else it counts them, from 0. */
  readonly along?: boolean;
  readonly readings: readonly Reading[];
  /** Where the plot lies: its left and right end, in units of a viewBox of `width`, and the values there. */
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly from: number;
    readonly to: number;
    readonly width: number;
  };
}

/** The attributes by which the page's script reads exact values out of a chart, to whoever points at it or moves through it by keys. */
export function readOut({ of, along = false, readings, frame: { left, right, from, to, width } }: ReadOut): Markup {
  // The axis first, then what is read on it.
  const names = (language: keyof Label) => [of, ...readings.map(({ name }) => name)].map((name) => name[language]).join('|');
  const values = readings.map((one) =>
    one.values.map((value) => (Number.isNaN(fromJson(value)) ? '–' : written(value))).join(' '),
  );
  return markup`data-names-en="${names('en')}" data-names-zh="${names('zh')}"${along ? markup` data-along` : EMPTY} data-values="${values.join('|')}" data-frame="${[left, right, ...[from, to].map((end) => Number(end.toPrecision(6))), width].join(' ')}"`;
}

/** Five digits, as a program reads them. */
const written = (value: JsonNumber): string => String(Number(fromJson(value).toPrecision(5)));
