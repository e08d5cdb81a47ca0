import type { PhasePoint } from '../theory/index.ts';

/** Ends of the classes of the depth scale, in layers: round numbers, about equal on a logarithmic axis. */
const ENDS = [1, 2, 5, 10, 20, 50] as const;

/** What the classes are called, from the shallowest. */
export const CLASSES: readonly string[] = [
  `< ${ENDS[0]}`,
  ...ENDS.slice(1).map((end, i) => `${ENDS[i]}–${end}`),
  `> ${ENDS[ENDS.length - 1]}`,
];

/** Over how many layers the gradient's second moment shrinks or grows by e: |ξ_∇| = 1/|ln χ₁|; ξ_c too, where c* = 1. */
export function depthScale({ chi1, phase }: PhasePoint): number | null {
  if (chi1 === null) return null;
  return phase === 'critical' ? Infinity : 1 / Math.abs(Math.log(chi1));
}

/** The colour of a point, by its name in the palette. */
export function colourOf(point: PhasePoint): string {
  const layers = depthScale(point);
  return layers === null ? 'explodes' : colour(point.phase === 'chaotic' ? 'chaotic' : 'ordered', classOf(layers));
}

/** The colour of a class. */
export function colour(phase: 'ordered' | 'chaotic', index: number): string {
  return `${phase}-${index}`;
}

function classOf(layers: number): number {
  const index = ENDS.findIndex((end) => layers < end);
  return index < 0 ? ENDS.length : index;
}
