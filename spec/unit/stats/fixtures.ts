import type { Distribution } from '../../../src/stats/index.ts';
import { normalCdf } from '../../../src/distribution/index.ts';
import { fixture } from '../../fixture.ts';

type Law = { law: 'normal'; mean: number; sd: number } | { law: 'uniform' } | { law: 'atoms'; at: number[]; weight: number[] };

interface Intervals {
  samples: Record<string, (number | string)[]>;
  describe: { sample: string; quantiles: [number, number][] }[];
  student: { sample: string; alpha: number; lo: number; hi: number }[];
  studentLooks: { alpha: number; look: number; n: number; halfWidth: number }[];
  clopperPearson: { k: number; n: number; alpha: number; lo: number; hi: number }[];
  orderStatistics: { n: number; p: number; alpha: number; lo: number | null; hi: number | null }[];
  dkw: { n: number; alpha: number; epsilon: number }[];
  laws: Record<string, Law>;
  kolmogorovSmirnov: { sample: string; law: string; above: number; below: number; distance: number }[];
  kurtoses: { normal: number; uniform: number; truncated: number; truncatedVariance: number; truncatedSd: number };
  variance: { N: number; kappa: number; ratio: number; alpha: number; lo: number; hi: number }[];
}

export const intervals: Intervals = fixture('scipy/intervals.json');

/** A sample by its name; what is not finite is a text in JSON. */
export const sample = (name: string): number[] => intervals.samples[name].map(Number);

const clamp = (x: number) => Math.min(1, Math.max(0, x));

/** A law by its name, with its limit from the left where it has atoms. */
export function lawOf(name: string): Distribution {
  const law = intervals.laws[name];
  switch (law.law) {
    case 'normal':
      return { cdf: (x) => (Number.isFinite(x) ? normalCdf((x - law.mean) / law.sd) : Number(x > 0)) };
    case 'uniform':
      return { cdf: clamp };
    case 'atoms': {
      const rest = 1 - law.weight.reduce((sum, one) => sum + one, 0);
      const mass = (counts: (at: number) => boolean) =>
        law.weight.reduce((sum, weight, i) => (counts(law.at[i]) ? sum + weight : sum), 0);
      return { cdf: (x) => mass((at) => at <= x) + rest * clamp(x), left: (x) => mass((at) => at < x) + rest * clamp(x) };
    }
  }
}
