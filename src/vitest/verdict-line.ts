import { styleText } from 'node:util';
import { type ClaimRecord, complaints, fromJson, type JsonNumber } from '../claim/index.ts';

const SIGN = { supported: '✓', refuted: '✗', undecided: '?' } as const;
const COLOUR = { supported: 'green', refuted: 'red', undecided: 'yellow' } as const;

/** A claim's verdict in one line: sign, verdict, id, what was estimated of the first statement, networks and controls. */
export function verdictLine(claim: ClaimRecord): string {
  const { verdict, id, estimate, interval, networks, controls } = claim;
  const refuted = controls.filter((control) => control.verdict === 'refuted').length;
  const sound = complaints(claim).length === 0;
  const sign = styleText(sound ? COLOUR[verdict] : 'red', `${sound ? SIGN[verdict] : '✗'} ${verdict.padEnd(9)}`);
  const seen =
    interval.method === 'exact' ? short(estimate) : `${short(estimate)} in [${short(interval.lo)}, ${short(interval.hi)}]`;
  return `${sign} ${id}  ${seen} · ${networks} drawn · ${refuted}/${controls.length} controls refuted`;
}

const short = (value: JsonNumber): string => String(Number(fromJson(value).toPrecision(4)));
