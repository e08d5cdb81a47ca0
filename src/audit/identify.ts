import type { CheckpointTensor, Layout } from '../checkpoint/index.ts';
import { both, jsonNumber, type Text } from '../claim/index.ts';
import { normalQuantile } from '../distribution/index.ts';
import { deadLines } from './dead-lines.ts';
import { constant, nothing, orthogonal, unitKernel } from './exact-identity.ts';
import type { Identity } from './identity.ts';
import type { MatrixView } from './matrix-view.ts';
import type { Measurement } from './measure.ts';
import { CUT, NAMELESS, type NamedLaw, normalOf, truncatedOf, uniformOf } from './named-law.ts';
import { orthogonalGain } from './orthogonal-lines.ts';
import type { SchemeRecord } from './record.ts';
import { type Fit, fit, type Sample, sampleOf, TESTS } from './sample.ts';
import { stdInterval } from './second-moment.ts';
import type { Laws } from './tensor-in-file.ts';
import { isUnitKernel } from './unit-kernel.ts';

/** Zeros are a law's own from this share on; normal numbers that float32 rounds to 0 are far fewer. */
const SPARSE = 0.001;

/** What a tensor was drawn from: `laws` are the named ones that are thought of. */
export async function identify(
  tensor: CheckpointTensor,
  layout: Layout,
  view: MatrixView | null,
  measured: Measurement,
  laws: Laws,
  alpha: number,
): Promise<Identity> {
  const { smallest, greatest, zeros, numbers, nan, infinite } = measured;
  const finite = numbers - nan - infinite;
  const sample = sampleOf(measured, tensor.dtype, true);
  if (finite === 0) return nothing(sample, numbers === 0);
  if (smallest === greatest) return constant(greatest, sample);
  if (view && smallest === 0 && greatest === 1 && finite - zeros <= Math.min(view.rows, view.columns)) {
    if (await isUnitKernel(tensor, layout)) return unitKernel(tensor.shape.length, measured, sample);
  }
  const gain = view && (await orthogonalGain(tensor, view, measured));
  if (view && gain) return orthogonal(gain, Math.max(view.rows, view.columns), sample);
  if (zeros === 0) return continuous(sample, measured, laws, alpha);
  const rest = sampleOf(measured, tensor.dtype, false);
  // What is dead says nothing of what the others were drawn from.
  const elsewhere = view ? zeros - deadLines(view, measured).zeros : zeros;
  if (elsewhere / finite < SPARSE) return continuous(rest, measured, laws, alpha);
  return sparse(rest, measured, alpha, tensor.shape.length);
}

/** Laws without an atom. */
function continuous(sample: Sample, measured: Measurement, laws: Laws, alpha: number): Identity {
  const schemes = fitting(sample, laws.schemes, alpha);
  const mistakes = schemes.length > 0 ? [] : fitting(sample, laws.mistakes, alpha);
  const alike = schemes.length > 0 ? schemes.map(({ law }) => law) : familiesOf(sample, alpha);
  const [best] = alike;
  if (!best) return none(sample, measured, alpha);
  const { lo, hi, method } = stdInterval(sample.secondMoment, best, sample.n, alpha / TESTS);
  return {
    family: best.family,
    law: inWords(alike, sample),
    schemes: schemes.map(({ law, found }) => schemeRecord(law, found)),
    mistakes: mistakes.map(({ law, found }) => schemeRecord(law, found)),
    std: { estimate: Math.sqrt(sample.secondMoment), interval: { lo, hi, method } },
    cdf: best.cdf,
    sample,
  };
}

/** The laws that numbers do not exclude, the nearest std first. */
function fitting(sample: Sample, laws: readonly NamedLaw[], alpha: number): { law: NamedLaw; found: Fit }[] {
  return laws
    .map((law) => ({ law, found: fit(sample, law, alpha) }))
    .filter(({ found }) => !found.excluded)
    .toSorted((a, b) => off(a.law, sample) - off(b.law, sample));
}

const off = ({ std }: NamedLaw, { secondMoment }: Sample): number => Math.abs(Math.log(std ** 2 / secondMoment));

/** The families that the numbers may be of, whatever their scale, the nearest first. */
function familiesOf(sample: Sample, alpha: number): NamedLaw[] {
  const std = Math.sqrt(sample.secondMoment);
  // The largest of n uniform numbers is n/(n + 1) of the bound on average; no bound is below it.
  const bound = (sample.largest * (sample.n + 1)) / sample.n;
  return [
    normalOf(std, NAMELESS),
    truncatedOf(Math.max(std, (bound / 2) * CUT), NAMELESS),
    uniformOf(bound / Math.sqrt(3), NAMELESS),
  ]
    .map((law) => ({ law, ...fit(sample, law, alpha) }))
    .filter(({ excluded }) => !excluded)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ law }) => law);
}

const schemeRecord = ({ name, meaning, mistake, std }: NamedLaw, { distance, critical }: Fit): SchemeRecord => ({
  name,
  meaning,
  ...(mistake && { mistake }),
  std: jsonNumber(std),
  distance: jsonNumber(distance),
  critical: jsonNumber(critical),
});

function none(sample: Sample, { variance, kurtosis, mean }: Measurement, alpha: number): Identity {
  const std = Math.sqrt(variance);
  const half = (-normalQuantile(alpha / (2 * TESTS)) / 2) * Math.sqrt(Math.max(0, kurtosis - 1) / sample.n);
  return {
    family: 'none',
    law: both(
      `none of these: trained? mean ${digits(mean)}, std ${digits(std)}`,
      `都不是：训练过？均值 ${digits(mean)}，标准差 ${digits(std)}`,
    ),
    schemes: [],
    mistakes: [],
    std: { estimate: std, interval: { lo: std * Math.exp(-half), hi: std * Math.exp(half), method: 'κ of the sample' } },
    cdf: null,
    sample,
  };
}

/** Normal numbers among zeros, as `sparse_` draws them for matrices, with a std of 0.01 if nobody says otherwise. */
function sparse(rest: Sample, measured: Measurement, alpha: number, rank: number): Identity {
  const share = measured.zeros / (measured.zeros + rest.n);
  const law = normalOf(Math.sqrt(rest.secondMoment), NAMELESS);
  if (fit(rest, law, alpha).excluded) return none(rest, measured, alpha);
  const meaning = both('normal numbers of std 0.01 among zeros', '零之间标准差为 0.01 的正态数');
  const usual = normalOf(0.01, { name: 'sparse_', meaning });
  const found = fit(rest, usual, alpha);
  const { lo, hi, method } = stdInterval(rest.secondMoment, law, rest.n, alpha / TESTS);
  const thinned = Math.sqrt(1 - share);
  return {
    family: 'sparse',
    law: both(
      `${percent(share)} are 0, the others normal, std ${digits(law.std)}`,
      `${percent(share)} 为 0，其余为正态分布，标准差 ${digits(law.std)}`,
    ),
    schemes: found.excluded || rank !== 2 ? [] : [schemeRecord(usual, found)],
    mistakes: [],
    std: { estimate: law.std * thinned, interval: { lo: lo * thinned, hi: hi * thinned, method } },
    cdf: null,
    sample: rest,
  };
}

const WORDS: Readonly<Record<NamedLaw['family'], (std: number) => readonly [string, string]>> = {
  normal: (std) => [`normal, std ${digits(std)}`, `正态分布，标准差 ${digits(std)}`],
  uniform: (std) => [`uniform between ±${digits(Math.sqrt(3) * std)}`, `在 ±${digits(Math.sqrt(3) * std)} 之间均匀分布`],
  'truncated normal': (std) => [`normal, cut at ±${digits((2 * std) / CUT)}`, `正态分布，在 ±${digits((2 * std) / CUT)} 处截断`],
};

/** The families of laws, each at the scale of the numbers. */
function inWords(laws: readonly NamedLaw[], { n, secondMoment }: Sample): Text {
  const families = [...new Set(laws.map(({ family }) => family))];
  const words = families.map((family) => WORDS[family](Math.sqrt(secondMoment)));
  if (words.length === 1) return both(...words[0]);
  return both(
    `${words.map(([en]) => en).join('; or ')}: ${n} numbers are too few to tell`,
    `${words.map(([, zh]) => zh).join('；或')}：${n} 个数不足以区分`,
  );
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;
