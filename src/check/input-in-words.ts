import type { ModelSubject } from '../network/index.ts';

/** Examples of a batch where nobody says how many. */
const BATCH = 16;

/** What goes into a model, in words. */
export function inputInWords({ input = { batch: BATCH } }: ModelSubject): string {
  if ('batch' in input) return `${input.batch} examples of N(0, 1) numbers, drawn anew for each network`;
  return `a batch of shape ${input.values.map(({ shape }) => shape.join(' × ')).join(' and ')}, the same for each network`;
}
