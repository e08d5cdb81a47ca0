import type { Progress } from '../claim/index.ts';

/** The type of the annotations that tell of progress. */
export const PROGRESS = 'progress';

/** Progress as an annotation: a sentence, for it also stands in the JUnit file. */
export function progressText({ defect, look, networks }: Progress): string {
  return `${defect === null ? 'claim' : `control "${defect}"`}, look ${look}, ${networks} networks drawn`;
}

/** Networks drawn, back from such a sentence. */
export function networksIn(text: string): number {
  return Number(/(\d+) networks drawn$/.exec(text)?.[1] ?? 0);
}
