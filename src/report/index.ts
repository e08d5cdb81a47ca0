export { annotations } from './annotations.ts';
export { jobSummary } from './job-summary.ts';
export { junit } from './junit.ts';
export { page as html } from './page.ts';
export type { PhaseMap, PhasePlace } from './phase-map.ts';
export { phasePage } from './phase-page.ts';
export { phaseSvg } from './phase-svg.ts';
export type { SweepMap } from './sweep-map.ts';
export { sweepPage } from './sweep-page.ts';
