import { quantileSorted } from 'simple-statistics';
import type { Architecture } from '../architecture/index.ts';
import type { Trace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { meanFieldGradientStd, meanFieldStd } from '../theory/index.ts';
import { type JsonNumber, jsonNumber, type LayersRecord } from './record.ts';

/** How many networks are shown by themselves. */
const SINGLE = 3;

/** What can be shown of every layer: how it is read off a trace, and what mean field says of it. */
const SHOWN = {
  std: { read: ({ std, firstNonFinite }: Trace) => std.subarray(0, firstNonFinite ?? std.length), theory: meanFieldStd },
  'gradient std': { read: ({ gradient }: Trace) => gradient?.std ?? new Float64Array(), theory: meanFieldGradientStd },
} as const;

/**
 * What every layer showed in the networks that judged a claim, the range at this width of networks in law (`finite`), and what theory says;
 * layers that not every network reached are left out.
 */
export function layersOf(
  of: LayersRecord['of'],
  architecture: Architecture,
  traces: readonly Trace[],
  finite: readonly Trace[] | null,
): LayersRecord {
  const { read, theory } = SHOWN[of];
  const own = traces.map(read);
  const inLaw = finite?.map(read) ?? [];
  const reached = Math.min(...[...own, ...inLaw].map(({ length }) => length));
  return {
    of,
    median: percentile(own, 0.5, reached),
    lo: percentile(own, 0.01, reached),
    hi: percentile(own, 0.99, reached),
    networks: traces.length,
    single: own.slice(0, SINGLE).map((one) => Array.from(one.subarray(0, reached), short)),
    theory: Array.from(expected(() => theory(architecture)).subarray(0, reached), short),
    finite: finite && {
      lo: percentile(inLaw, 0.01, reached),
      hi: percentile(inLaw, 0.99, reached),
      networks: finite.length,
    },
  };
}

/** The median over networks of the std after each layer that all of them reached. */
export function medianStd(traces: readonly Trace[]): JsonNumber[] {
  const own = traces.map(SHOWN.std.read);
  return percentile(own, 0.5, Math.min(...own.map(({ length }) => length)));
}

function percentile(networks: readonly Float64Array[], p: number, reached: number): JsonNumber[] {
  return Array.from({ length: reached }, (_, layer) => {
    const column = networks.map((one) => one[layer]).toSorted((a, b) => a - b);
    return short(quantileSorted(column, p));
  });
}

/** Six digits: what is drawn and compared; verdicts rest on the quantities themselves. */
const short = (value: number): JsonNumber => jsonNumber(Number(value.toPrecision(6)));

/** Mean field, where it holds. */
function expected(theory: () => Float64Array): Float64Array {
  try {
    return theory();
  } catch (error) {
    if (error instanceof ParameterError) return new Float64Array();
    throw error;
  }
}
