import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalQuantile, studentQuantile } from '../../../src/distribution/index.ts';
import { looks, STUDENT_SHARE } from '../../../src/stats/index.ts';
import { fixture } from '../../fixture.ts';
import { isFitForT, type Simulated } from './skewness.ts';
import { unjudged } from './unjudged.ts';

interface TheorySkew extends Simulated {
  claim: string;
  /** Which of the claim's statements. */
  statement: number;
}

const folder = new URL('../../theory/', import.meta.url);
const specs = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
const claims = await unjudged(specs.map((name) => new URL(name, folder)));
const { quantities } = fixture<{ quantities: TheorySkew[] }>('skew/theory.json');

const name = (claim: string, statement: number) => `${claim}, statement ${statement + 1}`;
const simulated = new Map(quantities.map((one) => [name(one.claim, one.statement), one]));

/** Every mean is judged by Student's t; its error rate is its share of the claim's. */
const judgedByT = claims.flatMap(({ id, statements, alpha }) => {
  const estimated = statements.filter(({ kind }) => kind !== 'exact').length;
  return statements.flatMap(({ kind, value, band, schedule }, i) =>
    kind === 'mean' ? [{ name: name(id, i), value, band, schedule: looks(alpha / estimated, schedule) }] : [],
  );
});

/**
 * How far, in sd, a normal population's mean must lie from both edges of a band to be found inside it at the look of n networks
 * with probability 0.999 or more: t·s/√n and the sample mean's own error must both fit in between. Of the 0.001 one half goes to
 * s, by χ²_ν ≤ ν + 2√(νx) + 2x but for a probability e⁻ˣ (Laurent & Massart 2000, lemma 1), one half to the mean, two-sided.
 */
function needed({ n, alpha }: { n: number; alpha: number }): number {
  const half = 0.001 / 2;
  const t = -studentQuantile(n - 1, (alpha * STUDENT_SHARE) / 2);
  const x = -Math.log(half);
  const sd = Math.sqrt(1 + 2 * Math.sqrt(x / (n - 1)) + (2 * x) / (n - 1));
  return (t * sd - normalQuantile(half / 2)) / Math.sqrt(n);
}

describe('Student’s t, in the claims from the literature', () => {
  test('every quantity that it judges was simulated, and nothing else was', () => {
    const inWords = quantities.map(({ claim, statement, quantity }) => `${name(claim, statement)}: the mean of the ${quantity}`);
    expect(inWords.sort()).toEqual(judgedByT.map((one) => `${one.name}: ${one.value.en}`).sort());
  });

  test('they were simulated on 4,000 networks each', () => {
    expect(quantities.filter(({ n }) => n !== 4000)).toEqual([]);
  });

  test.each(quantities.map((one) => [name(one.claim, one.statement), one] as const))(
    'may judge %s: its skewness is within the limit of 0.35',
    (_, one) => {
      expect(one).toSatisfy(isFitForT);
    },
  );

  test.each(judgedByT.map((one) => [one.name, one] as const))(
    'supports %s by its last look, all but once in a thousand runs',
    (_, { name, band, schedule }) => {
      const { mean, sd } = simulated.get(name) ?? { mean: Number.NaN, sd: Number.NaN };
      const margin = Math.min(mean - band.lo, band.hi - mean) / sd;
      expect(margin).toBeGreaterThanOrEqual(needed(schedule[schedule.length - 1]));
    },
  );
});
