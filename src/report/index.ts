export { page as html } from './page.ts';
