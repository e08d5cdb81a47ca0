import { quantileSorted } from 'simple-statistics';
import type { Architecture } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { meanFieldStd } from '../theory/index.ts';
import { type JsonNumber, jsonNumber, type LayersRecord } from './record.ts';
import type { Ribbon } from './ribbon.ts';

/** How many networks are shown by themselves. */
const SINGLE = 3;

/**
 * What every layer showed in the networks that judged a claim, the range of the `ribbon`'s, and what theory says; layers that not every
 * network reached are left out.
 */
export function layersOf(architecture: Architecture, traces: readonly Trace[], ribbon: Ribbon): LayersRecord {
  const reached = Math.min(...[...traces, ...ribbon.traces].map((trace) => trace.firstNonFinite ?? trace.std.length));
  const at = (of: readonly Trace[], p: number) =>
    Array.from({ length: reached }, (_, layer) => {
      const column = of.map((trace) => trace.std[layer]).toSorted((a, b) => a - b);
      return jsonNumber(quantileSorted(column, p));
    });
  const plain = (values: Float64Array): JsonNumber[] => Array.from(values.slice(0, reached), jsonNumber);
  return {
    of: 'std',
    median: at(traces, 0.5),
    lo: at(traces, 0.01),
    hi: at(traces, 0.99),
    networks: traces.length,
    single: traces.slice(0, SINGLE).map((trace) => plain(trace.std)),
    theory: plain(expected(architecture)),
    finite:
      ribbon.sampler === 'law'
        ? { lo: at(ribbon.traces, 0.01), hi: at(ribbon.traces, 0.99), networks: ribbon.traces.length }
        : null,
  };
}

/** Mean field, where it holds. */
function expected(architecture: Architecture): Float64Array {
  try {
    return meanFieldStd(architecture);
  } catch (error) {
    if (error instanceof ParameterError) return new Float64Array();
    throw error;
  }
}
