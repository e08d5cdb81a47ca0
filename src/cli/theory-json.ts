import type { TheoryAnalysis } from './theory-analysis.ts';

/** An analysis as JSON. A number that is not finite is a text, as in every record; what there is none of is null, and `reasons` says why. */
export function theoryJson({ activation: { name, slope, alpha }, ...analysis }: TheoryAnalysis): string {
  return JSON.stringify(
    { activation: { name, slope, alpha }, ...analysis },
    (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value),
    1,
  );
}
