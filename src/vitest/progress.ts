import type { Progress } from '../claim/index.ts';

/** The type of the annotations that tell of progress. */
export const PROGRESS = 'progress';

/** Progress as an annotation: a sentence, for it also stands in the JUnit file. */
export function progressText({ defect, look, networks }: Progress): string {
  return `${defect === null ? 'claim' : `control "${defect}"`}, look ${look}, ${networks} networks drawn`;
}

/** Networks drawn, back from such a sentence. */
export function networksIn(text: string): number {
  return Number(NETWORKS.exec(text)?.[1] ?? 0);
}

/** The sentence without them. */
export function withoutNetworks(text: string): string {
  return text.replace(NETWORKS, '');
}

const NETWORKS = /, (\d+) networks drawn$/;
