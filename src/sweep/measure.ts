import { type Engine, type Probe, realiseBy, type Sampler, samplerFor, type Trace } from '../network/index.ts';
import { architectureOf, type Cell, seedOf } from './cell.ts';
import { type Prediction, predictionOf } from './prediction.ts';
import { type Range, rangeOf, spread, type Spread } from './spread.ts';

/** What a cell showed: JSON-safe, one line of a results file. */
export interface CellRecord extends Cell {
  readonly networks: number;
  /** How they were drawn: in law only where the weights are Gaussian. */
  readonly sampler: Sampler;
  /** What `lo` and `hi` are. */
  readonly range: Range;
  /** Of the activations, from the input to the last layer, over the whole batch. */
  readonly std: Spread;
  readonly secondMoment: Spread;
  /** Its growth is that of 1 − cosine: how inputs become alike, or part. Null for a batch of one. */
  readonly cosine: Spread | null;
  /** Of ∂/∂h for a random linear loss, from the last layer back to the input. */
  readonly gradientStd: Spread;
  /** The share of networks whose signal overflowed. */
  readonly nonFinite: number;
  /** The share of networks whose last layer is 0 everywhere. */
  readonly dead: number;
  readonly theory: Prediction | null;
}

/** Networks whose traces are held at a time; of the others only the ends are kept. */
const AT_ONCE = 64;

const BOTH_WAYS: ReadonlySet<Probe> = new Set(['gradient']);

/**
 * Draws the networks of a cell, forwards and backwards, and says what they showed. It depends on its arguments only.
 *
 * @param wanted networks whose weights are not Gaussian are drawn with them all the same.
 * @param engine is asked for where weights are drawn.
 */
export async function measure(
  cell: Cell,
  networks: number,
  seed: string,
  wanted: Sampler,
  engine: () => Promise<Engine>,
): Promise<CellRecord> {
  const architecture = architectureOf(cell);
  const own = seedOf(cell, seed);
  const seen: Seen[] = [];
  for (let from = 0; from < networks; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, networks);
    const traces = await realiseBy(wanted, engine, architecture, own, from, to, BOTH_WAYS);
    seen.push(...traces.map(seenIn));
  }
  const range = rangeOf(networks);
  const share = (test: (one: Seen) => boolean) => seen.filter(test).length / networks;
  const over = (way: (one: Seen) => Way) => {
    const ways = seen.map(way);
    return spread(
      ways.map(({ end }) => end),
      ways.map(({ ratio }) => Math.log(ratio) / cell.depth),
      range,
    );
  };
  return {
    ...cell,
    networks,
    sampler: samplerFor(architecture, wanted),
    range,
    std: over(({ std }) => std),
    secondMoment: over(({ secondMoment }) => secondMoment),
    cosine: cell.batch === 1 ? null : over(({ cosine }) => cosine),
    gradientStd: over(({ gradientStd }) => gradientStd),
    nonFinite: share(({ overflowed }) => overflowed),
    dead: share(({ secondMoment }) => secondMoment.end === 0),
    theory: predictionOf(architecture, cell.sigmaB),
  };
}

/** One quantity's way through one network. */
interface Way {
  readonly end: number;
  /** End over beginning. */
  readonly ratio: number;
}

/** What is kept of a network. */
interface Seen {
  readonly std: Way;
  readonly secondMoment: Way;
  readonly cosine: Way;
  readonly gradientStd: Way;
  readonly overflowed: boolean;
}

const seenIn = (trace: Trace): Seen => ({
  std: forward('std', trace),
  secondMoment: forward('secondMoment', trace),
  cosine: alike(trace),
  gradientStd: back(trace),
  overflowed: stopped(trace),
});

const stopped = ({ firstNonFinite }: Trace): boolean => firstNonFinite !== null;

/** A signal that overflowed is beyond all others, even where the std of infinities is no number. */
const forward = (what: 'std' | 'secondMoment', trace: Trace): Way => {
  const end = stopped(trace) ? Infinity : last(trace[what]);
  return { end, ratio: end / trace.input[what] };
};

const alike = (trace: Trace): Way => {
  const end = stopped(trace) ? Number.NaN : last(trace.cosine);
  return { end, ratio: (1 - end) / (1 - trace.input.cosine) };
};

/** The way back begins at the last layer and ends at the input; a network that overflowed has none. */
const back = (trace: Trace): Way => {
  if (stopped(trace) || !trace.gradient) return { end: Number.NaN, ratio: Number.NaN };
  const end = trace.gradient.input.std;
  return { end, ratio: end / last(trace.gradient.std) };
};

const last = (values: Float64Array): number => values.at(-1) ?? Number.NaN;
