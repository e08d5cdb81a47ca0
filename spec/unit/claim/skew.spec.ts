import { describe, expect, test } from 'vitest';
import { LARGEST_SKEW } from '../../../src/stats/index.ts';
import { fixture } from '../../fixture.ts';
import { isFitForT, type Simulated } from './skewness.ts';

interface Skew extends Simulated {
  architecture: string;
  weights: string | null;
}

const { quantities } = fixture<{ quantities: Skew[] }>('skew/skew.json');
const name = ({ architecture, weights, quantity }: Skew) => [architecture, weights, quantity].filter(Boolean).join(' ');

/** What the notebook's claims judge by Student's t, as they name their subjects. */
const judgedByT = [
  'std-one growth',
  'std-one bend',
  'inverse-sqrt mean-ratio',
  'inverse-sqrt ln-std-99',
  'tanh ln-std-99',
  'tanh slope',
  'xavier-tanh plateau',
  'kaiming-relu mean-ratio',
  'kaiming-relu within-variance',
  'tanh-gain gain',
];
const isJudged = ({ architecture, quantity }: Skew) => judgedByT.includes(`${architecture} ${quantity}`);

describe('Student’s t, in the notebook’s claims', () => {
  test('every quantity that it judges was simulated, on 4,000 networks', () => {
    const simulated = quantities.filter(({ n }) => n === 4000).map(({ architecture, quantity }) => `${architecture} ${quantity}`);
    expect(judgedByT.filter((one) => !simulated.includes(one))).toEqual([]);
  });

  test.each(quantities.filter(isJudged).map((one) => [name(one), one] as const))(
    'may judge %s: its skewness is within the limit of 0.35',
    (_, one) => {
      expect(one).toSatisfy(isFitForT);
    },
  );

  test.each(['kaiming-relu normal q-99', 'kaiming-relu normal mean-std-20-99', 'inverse-sqrt normal q-99'])(
    'may not judge %s, whose skewness is more than five times the limit: the same check refuses it',
    (warning) => {
      const found = quantities.find((one) => name(one) === warning);
      expect(found?.skew).toBeGreaterThan(5 * LARGEST_SKEW);
      expect(found).not.toSatisfy(isFitForT);
    },
  );
});
