export { claim } from './claim.ts';
export { type Settings, settings } from './settings.ts';
