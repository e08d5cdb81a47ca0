import { both, jsonNumber, knownRatios, type Text } from '../claim/index.ts';
import { type Verdict, verdictOf } from '../stats/index.ts';
import type { Expectation } from './expectations.ts';
import type { Identity } from './identity.ts';
import type { NamedLaw } from './named-law.ts';
import type { ExpectedRecord, TensorRecord } from './record.ts';

/** An interval whose ends are further apart than this factor cannot tell a std from its double: too few numbers. */
const COARSE = 2;

/** A tensor as far as an expectation is about it. */
export type Measured = Pick<TensorRecord, 'fanIn' | 'fanOut' | 'numbers' | 'nan' | 'infinite'> &
  Pick<Identity, 'family' | 'law' | 'schemes' | 'std'>;

/** Judges what an expectations file says of a tensor; nothing, where it says that anything will do. */
export function judgeExpected(
  pattern: string,
  expectation: Expectation,
  tensor: Measured,
  laws: readonly NamedLaw[],
): ExpectedRecord | null {
  if ('any' in expectation) return null;
  const judged = judged_(expectation, tensor, laws);
  if (tensor.nan + tensor.infinite === 0) return { pattern, ...judged };
  return { pattern, ...judged, verdict: 'refuted', why: both('not all its numbers are finite', '并非所有数都有限') };
}

type Judged = Omit<ExpectedRecord, 'pattern'>;

function judged_(expectation: Exclude<Expectation, { any: true }>, tensor: Measured, laws: readonly NamedLaw[]): Judged {
  if ('scheme' in expectation) return byScheme(expectation.scheme, tensor, laws);
  if ('std' in expectation) return byBand(expectation, tensor);
  const { constant } = expectation;
  const holds = tensor.family === 'constant' && isConstant(tensor, constant);
  return {
    says: both(`all ${constant}`, `全为 ${constant}`),
    verdict: holds ? 'supported' : 'refuted',
    band: { lo: 0, hi: 0 },
    why: tensor.law,
  };
}

const isConstant = ({ schemes }: Measured, value: number): boolean => {
  const name = value === 0 ? 'zeros_' : value === 1 ? 'ones_' : `constant_(${value})`;
  return schemes[0]?.name === name;
};

function byScheme(scheme: string, tensor: Measured, laws: readonly NamedLaw[]): Judged {
  const says = both(scheme, scheme);
  const law = laws.find(({ name }) => name === scheme);
  const band = { lo: jsonNumber(law?.std ?? Number.NaN), hi: jsonNumber(law?.std ?? Number.NaN) };
  const { lo, hi } = tensor.std.interval;
  if (!tensor.schemes.some(({ name }) => name === scheme))
    return { says, band: law ? band : { lo: null, hi: null }, verdict: 'refuted', why: whyNot(tensor, law) };
  if (lo !== hi && !(hi / lo < COARSE)) {
    const few = both(
      `${tensor.numbers} numbers cannot tell its std from the double: expect nothing of it, { "any": true }, or a band`,
      `${tensor.numbers} 个数无法区分标准差与其两倍：对它不作期望 { "any": true }，或给出区间`,
    );
    return { says, band, verdict: 'undecided', why: few };
  }
  return { says, band, verdict: 'supported', why: both('its numbers do not exclude it', '其数值不排斥该分布') };
}

/** What is there for what was expected, and the mistake that their ratio is known for. */
function whyNot({ schemes, law: there, std, fanIn, fanOut, family }: Measured, law: NamedLaw | undefined): Text {
  const is = schemes.length > 0 ? both(listed(schemes), listed(schemes)) : there;
  if (!law || fanIn === null || fanOut === null || family === 'constant') return both(`it is ${is.en}`, `实为 ${is.zh}`);
  const { lo, hi } = std.interval;
  const within = (ratio: number) => ratio >= (lo / law.std) ** 2 && ratio <= (hi / law.std) ** 2;
  const known = knownRatios(fanIn * law.std ** 2, [{ fanIn, fanOut }])
    .filter(({ ratio }) => within(ratio))
    .map(({ mistake }) => mistake);
  const ratio = digits(std.estimate / law.std);
  const off = both(`its std is ${ratio} of what was expected; it is ${is.en}`, `其标准差是期望值的 ${ratio} 倍；实为 ${is.zh}`);
  if (known.length === 0) return off;
  return both(
    `${off.en}. Known for: ${known.map(({ en }) => en).join('; or ')}`,
    `${off.zh}。常见原因：${known.map(({ zh, en }) => zh ?? en).join('；或')}`,
  );
}

const listed = (schemes: Measured['schemes']): string => schemes.map(({ name }) => name).join(', or ');

function byBand({ std: [lo, hi], family }: Extract<Expectation, { std: unknown }>, tensor: Measured): Judged {
  const named = family ? `${family}, ` : '';
  const says = both(`${named}std in [${digits(lo)}, ${digits(hi)}]`, `${named}标准差在 [${digits(lo)}, ${digits(hi)}] 内`);
  const { estimate, interval } = tensor.std;
  const why = both(
    `its std is ${digits(estimate)}, in [${digits(interval.lo)}, ${digits(interval.hi)}]; it is ${tensor.law.en}`,
    `其标准差为 ${digits(estimate)}，在 [${digits(interval.lo)}, ${digits(interval.hi)}] 内；实为 ${tensor.law.zh}`,
  );
  const ofFamily = family === undefined || tensor.family === family;
  const verdict: Verdict = ofFamily ? verdictOf(interval, { lo, hi }) : 'refuted';
  return { says, band: { lo, hi }, verdict, why };
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
