export { claim } from './claim.ts';
