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

/** What was seen of the statement that decided, beside its band, and of what networks. */
export function seenIn(claim: ClaimRecord, seed: string): Text[] {
  const { value, estimate, networks, objection } = decisive(claim);
  const shown = digits(fromJson(estimate));
  const lies = liesIn(claim.verdict, decisive(claim).band);
  return [
    both(
      `${value.en}: ${shown}, ${lies.en} (${networks} networks, seed ${seed})`,
      `${chinese(value)}：${shown}，${chinese(lies)}（${networks} 个网络，种子 ${seed}）`,
    ),
    both(`of ${claim.subject}`, `网络：${claim.subject}`),
    ...(objection === undefined ? [] : [inBoth(objection)]),
  ];
}

/** Where a value was seen to lie: `not between 0.98 and 1.02`. */
function liesIn(verdict: Verdict, band: ClaimRecord['band']): Text {
  const [lo, hi] = [band.lo, band.hi].map((end) => (end === null ? null : digits(fromJson(end))));
  const [en, zh] =
    lo === null
      ? [`below ${hi}`, `小于 ${hi}`]
      : hi === null
        ? [`above ${lo}`, `大于 ${lo}`]
        : [`between ${lo} and ${hi}`, `在 ${lo} 与 ${hi} 之间`];
  if (verdict === 'supported') return both(en, zh);
  return verdict === 'refuted' ? both(`not ${en}`, `不${zh}`) : both(`perhaps ${en}`, `未必${zh}`);
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
