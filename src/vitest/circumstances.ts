import type { RunRecord } from '../claim/index.ts';
import { version } from '../version.ts';
import type { ClaimMeta } from './meta.ts';
import type { Settings } from './settings.ts';

/** What all verdicts of a run have in common, and a complaint for each thing that they have not. */
export interface Circumstances extends Pick<RunRecord, 'seed' | 'backend' | 'sampler' | 'versions'> {
  errors: string[];
}

/**
 * What these claims were judged by and with: they may come from other machines, whose shards were merged. Where no claim says it, the
 * settings of this process do.
 *
 * A record has one seed, one backend, one sampler and one gainsay; where claims differ in one, their numbers are not those of any one
 * run. Machines may have different versions of Node.js: all of them are listed.
 */
export function circumstances(claims: readonly ClaimMeta[], { seed, sampler }: Settings): Circumstances {
  const byId = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const errors: string[] = [];
  const common = <T>(what: string, of: (claim: ClaimMeta) => T | undefined, shown: (value: T) => string): T | undefined => {
    const seen = byId.flatMap((claim) => {
      const value = of(claim);
      return value === undefined ? [] : [{ id: claim.id, value, words: shown(value) }];
    });
    const different = [...new Map(seen.toReversed().map((one) => [one.words, one])).values()].toReversed();
    if (different.length > 1) {
      const which = different.map(({ words, id }) => `${words} (${id})`).join(', ');
      errors.push(`the claims of a run must have one ${what}; got ${which}`);
    }
    return seen[0]?.value;
  };
  const nodes = new Set(byId.flatMap((claim) => claim.versions?.node ?? []));
  return {
    seed: common('seed', (claim) => claim.seed, String) ?? seed,
    backend: common(
      'backend',
      (claim) => claim.backend,
      (one) => `${one.name}: ${one.version}`,
    ) ?? { name: 'none', version: 'no claim needed a network' },
    sampler: common('sampler', (claim) => claim.sampler, String) ?? sampler,
    versions: {
      gainsay: common('version of gainsay', (claim) => claim.versions?.gainsay, String) ?? version,
      node: [...nodes].sort().join(', ') || process.versions.node,
    },
    errors,
  };
}
