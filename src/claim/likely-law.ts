import { mean, sampleStandardDeviation } from 'simple-statistics';
import { type Law, normalLaw, truncatedNormalLaw, uniformLaw } from '../init/index.ts';
import { kolmogorovDistance } from '../stats/index.ts';
import { both, type Text } from './text.ts';

/** Numbers that are looked at: enough to tell the families apart, which are 0.0167 and more from one another. */
const NUMBERS = 2 ** 16;

/** P(√N·D > 2.1) is 3e-4 for numbers of the law itself (Kolmogorov), and fitting mean and std only makes D smaller. */
const NEAR: number = 2.1 / Math.sqrt(NUMBERS);

/** What numbers look like whatever law was claimed: `uniform between −0.05 and 0.05`. */
export function likelyLaw(sample: readonly number[]): Text | null {
  const numbers = sample.slice(0, NUMBERS);
  if (numbers.length < NUMBERS) return null;
  const [m, s] = [mean(numbers), sampleStandardDeviation(numbers)];
  if (s === 0) return both(`all the same: ${digits(m)}`, `全都是 ${digits(m)}`);
  const cut = truncatedNormalLaw(0, 1, -2, 2).std;
  const families: readonly (readonly [Law, Text])[] = [
    [
      uniformLaw(m - Math.sqrt(3) * s, m + Math.sqrt(3) * s),
      between('uniform', '均匀分布', m - Math.sqrt(3) * s, m + Math.sqrt(3) * s),
    ],
    [
      normalLaw(m, s),
      both(`normal, of mean ${digits(m)} and std ${digits(s)}`, `正态分布，均值 ${digits(m)}，标准差 ${digits(s)}`),
    ],
    [
      truncatedNormalLaw(m, s / cut, m - (2 * s) / cut, m + (2 * s) / cut),
      between('normal, cut at two standard deviations,', '在两个标准差处截断的正态分布', m - (2 * s) / cut, m + (2 * s) / cut),
    ],
  ];
  return families.find(([law]) => kolmogorovDistance(numbers, law) < NEAR)?.[1] ?? null;
}

const between = (en: string, zh: string, low: number, high: number): Text =>
  both(`${en} between ${digits(low)} and ${digits(high)}`, `${zh}，介于 ${digits(low)} 与 ${digits(high)} 之间`);

const digits = (value: number): string => String(Number(value.toPrecision(3)));
