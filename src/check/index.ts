export { type Baseline, BASELINE_SCHEMA, baselineOf, type ChangeRecord, type Making } from './baseline.ts';
export { check, type Checked, type CheckOptions } from './check.ts';
export { LIMITS, type Limits } from './claims.ts';
export { FALSE_ALARM, limitsOf, MISSED } from './moved.ts';
