import type { ModelTrace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { type Baseline, layerLines } from './baseline.ts';
import { changesOf } from './changes.ts';

/**
 * Passes where a baseline is of the model that a realisation is of, with the same inputs.
 *
 * @throws ParameterError that says how the baseline was made, what is different now, and how to renew it.
 */
export function stillOf(baseline: Baseline, trace: ModelTrace, input: string): void {
  const { made } = baseline;
  const different = difference(baseline, trace, input);
  if (!different) return;
  const making = `made on ${made.date} by gainsay ${made.gainsay} with \`${made.command}\``;
  throw new ParameterError('--baseline', `of this model (${making}; renew it with --update)`, different);
}

function difference({ layers, input, changes }: Baseline, trace: ModelTrace, inputNow: string): string | undefined {
  if (input !== inputNow) return `one of other inputs: ${input}; now ${inputNow}`;
  const now = layerLines(trace);
  const at = layers.findIndex((line, i) => line !== now[i]);
  if (at !== -1) return `one whose layer ${at + 1} is ${layers[at]}; now ${now[at] ?? 'there is none'}`;
  if (now.length > layers.length) return `one of ${layers.length} layers; now there is ${now[layers.length]} too`;
  const names = changesOf(trace).map(({ name }) => name);
  const same = names.length === changes.length && changes.every(({ name }, i) => name === names[i]);
  return same ? undefined : 'one of other numbers, by another version of gainsay';
}
