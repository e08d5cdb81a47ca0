import { both, chinese, type ClaimRecord, fromJson, statementsOf, type Text } from '../claim/index.ts';
import type { Verdict } from '../stats/index.ts';

/** What was seen of the statement that decided a verdict. */
export interface Decided {
  readonly verdict: Verdict;
  readonly estimate: number;
  /** Why *supported* was withheld. */
  readonly objection?: string;
}

/** The statement that decided. */
const decisive = (claim: ClaimRecord) => statementsOf(claim).find(({ verdict }) => verdict === claim.verdict) ?? claim;

export function decided(claim: ClaimRecord): Decided {
  const { estimate, objection } = decisive(claim);
  return { verdict: claim.verdict, estimate: fromJson(estimate), ...(objection !== undefined && { objection }) };
}

/** What was seen of the statement that is not supported, and of what. */
export function seenIn(claim: ClaimRecord, seed: string): Text[] {
  const { value, estimate, band, networks, verdict, objection } = decisive(claim);
  const shown = digits(fromJson(estimate));
  const [lo, hi] = [band.lo, band.hi].map((end) => (end === null ? null : digits(fromJson(end))));
  const should =
    lo === null
      ? [`below ${hi}`, `小于 ${hi}`]
      : hi === null
        ? [`above ${lo}`, `大于 ${lo}`]
        : [`from ${lo} to ${hi}`, `在 ${lo} 与 ${hi} 之间`];
  return [
    both(
      `${value.en}: ${shown}; it should be ${should[0]} (${networks} networks, seed ${seed}${verdict === 'undecided' ? '; too near to an edge to say which side' : ''})`,
      `${chinese(value)}：${shown}；应${should[1]}（${networks} 个网络，种子 ${seed}${verdict === 'undecided' ? '；离边界太近，无法判定' : ''}）`,
    ),
    both(`of ${claim.subject}`, `网络：${claim.subject}`),
    ...(objection === undefined ? [] : [both(objection, objection)]),
  ];
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
