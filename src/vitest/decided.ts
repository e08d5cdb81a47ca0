import { both, chinese, type ClaimRecord, fromJson, statementsOf, type Text, TOO_SKEWED } from '../claim/index.ts';
import type { Verdict } from '../stats/index.ts';

/** What was seen of the statement that decided a verdict. */
export interface Decided {
  readonly verdict: Verdict;
  readonly estimate: number;
  readonly networks: number;
  /** Why *supported* was withheld. */
  readonly objection?: Text;
}

/** The statement that decided. */
const decisive = (claim: ClaimRecord) => statementsOf(claim).find(({ verdict }) => verdict === claim.verdict) ?? claim;

export function decided(claim: ClaimRecord): Decided {
  const { estimate, networks, objection } = decisive(claim);
  return {
    ...{ verdict: claim.verdict, estimate: fromJson(estimate), networks },
    ...(objection !== undefined && { objection: inBoth(objection) }),
  };
}

/** What is told of an answer that no network refutes, and that they do not show to be right. */
export const nearly = ({ networks, objection }: Decided): Text =>
  objection
    ? both(`It stays undecided: ${objection.en}.`, `仍无法判定：${chinese(objection)}。`)
    : both(
        `It is nearly right, and ${networks} networks cannot tell whether it is: too near to the edge of what is asked for.`,
        `差不多对了，但离要求的边界太近，${networks} 个网络仍无法判定。`,
      );

const inBoth = (objection: string): Text => (objection === TOO_SKEWED.en ? TOO_SKEWED : { en: objection });

/** What was seen of the statement that decided, what it should have been for the verdict that was wanted, and of what networks. */
export function seenIn(claim: ClaimRecord, wanted: 'supported' | 'refuted', seed: string): Text[] {
  const { value, estimate, band, networks, verdict, objection } = decisive(claim);
  const shown = digits(fromJson(estimate));
  const [lo, hi] = [band.lo, band.hi].map((end) => (end === null ? null : digits(fromJson(end))));
  const range =
    lo === null
      ? [`below ${hi}`, `小于 ${hi}`]
      : hi === null
        ? [`above ${lo}`, `大于 ${lo}`]
        : [`from ${lo} to ${hi}`, `在 ${lo} 与 ${hi} 之间`];
  const should =
    wanted === 'supported' ? [`it should be ${range[0]}`, `应${range[1]}`] : [`it should not be ${range[0]}`, `不应${range[1]}`];
  return [
    both(
      `${value.en}: ${shown}; ${should[0]} (${networks} networks, seed ${seed}${verdict === 'undecided' ? '; too near to an edge to say which side' : ''})`,
      `${chinese(value)}：${shown}；${should[1]}（${networks} 个网络，种子 ${seed}${verdict === 'undecided' ? '；离边界太近，无法判定' : ''}）`,
    ),
    both(`of ${claim.subject}`, `网络：${claim.subject}`),
    ...(objection === undefined ? [] : [inBoth(objection)]),
  ];
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
