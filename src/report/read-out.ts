import { fromJson, type JsonNumber } from '../claim/index.ts';
import { type Markup, markup } from './markup.ts';
import type { Label } from './words.ts';

/** A line of numbers that a chart can be asked for. */
export interface Reading {
  readonly name: Label;
  readonly values: readonly JsonNumber[];
}

/** Where a plot lies: its left and right end, in units of a viewBox of `width`, and the values there. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/**
 * The attributes by which the page's script reads exact values out of a chart, to whoever points at it or moves through it by keys: several
 * at each place of an axis that counts from 0.
 */
export function readOut(axis: Label, readings: readonly Reading[], frame: Frame): Markup {
  const names = (language: keyof Label) => [axis, ...readings.map(({ name }) => name)].map((name) => name[language]).join('|');
  const values = readings.map((one) => listed(one.values)).join('|');
  return markup`data-names-en="${names('en')}" data-names-zh="${names('zh')}" data-values="${values}" data-frame="${written(frame)}"`;
}

/** The same, of the value of each network, which lies along the axis. */
export function readSample(values: readonly number[], frame: Frame): Markup {
  return markup`data-sample="${listed(values)}" data-frame="${written(frame)}"`;
}

/** Five digits, as a program reads them. */
const listed = (values: readonly JsonNumber[]): string =>
  values.map((value) => (Number.isNaN(fromJson(value)) ? '–' : Number(fromJson(value).toPrecision(5)))).join(' ');

const written = ({ left, right, from, to, width }: Frame): string =>
  [left, right, Number(from.toPrecision(6)), Number(to.toPrecision(6)), width].join(' ');
