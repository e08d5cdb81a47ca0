import { embeddingDefaults, schemesOf } from './schemes.ts';

/** Laws that are known by their structure, or by being one number. */
const EXACT = ['zeros_', 'ones_', 'eye_', 'dirac_', 'sparse_', 'orthogonal_', 'orthogonal_(gain=√2)', 'orthogonal_(gain=5/3)'];

/** The names that an expectation may have for a law. */
export function schemeNames(): readonly string[] {
  const somewhere = { fanIn: 9, fanOut: 18, kernel: 9, blocks: 2 };
  return [...new Set([...embeddingDefaults(), ...schemesOf(somewhere)].map(({ name }) => name)), ...EXACT];
}
