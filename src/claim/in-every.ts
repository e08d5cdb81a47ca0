import { positiveInteger } from '../parameter.ts';
import { type Band, endingAt } from '../stats/index.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';
import { both, chinese } from './text.ts';

/** A quantity that has this value in every realisation: nothing is estimated, and the error rate is 0; `networks` of them are looked at. */
export function exactly<T>(quantity: Quantity<T>, value: number, networks = 8): Statement<T> {
  return inEvery(quantity, { lo: value, hi: value }, networks);
}

/** A quantity that lies in [lo, hi] in every realisation, of which `networks` are looked at; nothing is estimated. */
export function always<T>(quantity: Quantity<T>, networks = 8): { within(lo: number, hi: number): Statement<T> } {
  return { within: (lo, hi) => inEvery(quantity, { lo, hi }, networks) };
}

function inEvery<T>({ name, needs = [], read }: Quantity<T>, band: Band, networks: number): Statement<T> {
  positiveInteger('networks', networks);
  const holds = (value: number) => value >= band.lo && value <= band.hi;
  return {
    kind: 'exact',
    value: both(`the ${name.en} (each of ${networks})`, `${chinese(name)}（逐一检查 ${networks} 个）`),
    band,
    needs,
    read: (trace) => [read(trace)],
    find: (sample) => {
      const estimate = sample.find((value) => !holds(value)) ?? sample[0];
      return { estimate, interval: { lo: estimate, hi: estimate, method: 'exact' } };
    },
    objection: (sample) => (sample.length < networks ? `only ${sample.length} of ${networks} were looked at` : undefined),
    schedule: endingAt(networks),
  };
}
