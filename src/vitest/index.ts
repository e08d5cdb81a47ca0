export { claim } from './claim.ts';
import './matchers.ts';
export type { DrawnFromOptions } from './to-be-drawn-from.ts';
export type { MatcherOptions } from './to-uphold.ts';
export { type Settings, settings } from './settings.ts';
