import { quantileSorted } from 'simple-statistics';
import { type JsonNumber, jsonNumber, type LayersRecord, type ModelLayerRecord, signalPoints } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';

/** Every layer by its medians over the networks that reached it. */
export function layerRecords(traces: readonly ModelTrace[]): ModelLayerRecord[] {
  const [first] = traces;
  const judged = new Set(signalPoints(first));
  return first.layers.map(({ name, kind, activation, shape, depth, head, fans }, layer) => {
    const median = (read: (trace: ModelTrace) => number | undefined): JsonNumber | null => {
      const values = traces.map((trace) => read(trace) ?? Number.NaN).filter((value) => !Number.isNaN(value));
      return values.length === 0 ? null : percentile(values, 0.5);
    };
    return {
      name,
      kind,
      activation,
      shape: [...shape],
      depth,
      head,
      judged: judged.has(layer),
      std: median((trace) => trace.std[layer]),
      mean: median((trace) => trace.mean[layer]),
      gradientStd: median((trace) => trace.gradient?.std[layer]),
      dead: median((trace) => trace.dead[layer]),
      saturated: median((trace) => trace.saturated[layer]),
      gain: fans && median((trace) => Math.sqrt(fans.fanIn) * trace.kernelStd[layer]),
    };
  });
}

/** How many networks are shown by themselves. */
const SINGLE = 3;

/** The course of one thing over the layers where the signal is judged, for a chart; layers that not every network reached are left out. */
export function courseOf(of: LayersRecord['of'], traces: readonly ModelTrace[]): LayersRecord {
  const points = signalPoints(traces[0]);
  const read = ({ std, gradient }: ModelTrace) => (of === 'std' ? std : (gradient?.std ?? new Float64Array()));
  const networks = traces.map((trace) => {
    const values = read(trace);
    return points.filter((layer) => Number.isFinite(values[layer])).map((layer) => values[layer]);
  });
  const reached = Math.min(...networks.map(({ length }) => length));
  const column = (p: number) =>
    Array.from({ length: reached }, (_, i) =>
      percentile(
        networks.map((one) => one[i]),
        p,
      ),
    );
  return {
    of,
    median: column(0.5),
    lo: column(0.01),
    hi: column(0.99),
    networks: traces.length,
    single: networks.slice(0, SINGLE).map((one) => one.slice(0, reached).map(short)),
    theory: [],
    finite: null,
  };
}

const percentile = (values: readonly number[], p: number): JsonNumber =>
  short(
    quantileSorted(
      values.toSorted((a, b) => a - b),
      p,
    ),
  );

/** Six digits: what is shown; verdicts rest on the quantities themselves. */
const short = (value: number): JsonNumber => jsonNumber(Number(value.toPrecision(6)));
