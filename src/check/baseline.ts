import { mean, sampleStandardDeviation } from 'simple-statistics';
import { type JsonNumber, jsonNumber } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { changesOf } from './changes.ts';

export const BASELINE_SCHEMA = 'gainsay/baseline/1';

/** How a baseline was made: what its readers need to make it again. */
export interface Making {
  readonly gainsay: string;
  /** The line that was run. */
  readonly command: string;
  /** When, in UTC, to the day. */
  readonly date: string;
  readonly seed: string;
  readonly backend: string;
}

/** A number's population as it was, by what is kept of its sample. */
export interface ChangeRecord {
  name: string;
  mean: JsonNumber;
  /** Between networks. */
  std: JsonNumber;
}

/** What a model showed once, for later runs to be held against. JSON-safe. */
export interface Baseline {
  schema: typeof BASELINE_SCHEMA;
  made: Making;
  model: string;
  /** What went in, in words: signals of other inputs are others. */
  input: string;
  networks: number;
  /** One line a layer: name, class, activation and shape of the output. */
  layers: string[];
  changes: ChangeRecord[];
}

/**
 * The baseline of a model whose realisations were `traces`.
 *
 * @throws ParameterError where a number of one of them is not finite: a signal that died or overflowed has no place to be held to.
 */
export function baselineOf(traces: readonly ModelTrace[], model: string, input: string, made: Making): Baseline {
  const all = traces.map(changesOf);
  return {
    schema: BASELINE_SCHEMA,
    made,
    model,
    input,
    networks: traces.length,
    layers: layerLines(traces[0]),
    changes: all[0].map(({ name }, i) => {
      const values = all.map((changes) => changes[i].value);
      const wrong = values.find((value) => !Number.isFinite(value));
      if (wrong !== undefined)
        throw new ParameterError('the baseline', `of a model whose signal neither dies nor overflows (${name})`, wrong);
      return { name, mean: jsonNumber(mean(values)), std: jsonNumber(sampleStandardDeviation(values)) };
    }),
  };
}

/** Every layer in one line. */
export function layerLines({ layers }: ModelTrace): string[] {
  return layers.map(
    ({ name, kind, activation, shape }) => `${name}: ${kind}${activation ? ` ${activation}` : ''} → ${shape.join(' × ')}`,
  );
}
