import type { Verdict } from '../stats/index.ts';
import { type ClaimRecord, type DiagnosisRecord, type EvidenceRecord, fromJson, type JsonNumber } from './record.ts';

/** A claim's failure in words: what was claimed, what was seen, and what to do next. Empty where there is none. */
export function explain(claim: ClaimRecord): string {
  const complaints = [...verdicts(claim), ...(claim.diagnosis ? diagnosed(claim.diagnosis) : []), ...controls(claim)];
  if (complaints.length === 0) return '';
  return [
    `${claim.id}: ${claim.sentence}`,
    `of ${claim.subject}`,
    ...complaints.map((line) => `  ${line}`),
    `rerun: ${claim.rerun}`,
  ].join('\n');
}

/** What keeps a claim from passing, each in a short phrase: for a line in a table. */
export function complaints(claim: ClaimRecord): string[] {
  const refutedNothing = claim.controls.flatMap((control) =>
    control.verdict === 'refuted' ? [] : [`control "${control.defect.en}" is ${control.verdict}`],
  );
  return [
    ...(claim.verdict === 'supported' ? [] : [claim.verdict]),
    ...refutedNothing,
    ...unproven(claim).map((value) => `no control refutes ${value}`),
  ];
}

function verdicts(claim: ClaimRecord): string[] {
  return seen(statementsOf(claim), claim.verdict);
}

/** What was seen of each statement that is not supported, or of all; and of those that are undecided, what would decide them. */
export function seen(
  statements: readonly EvidenceRecord[],
  verdict: Verdict,
  { all = false, unit = 'networks' }: { readonly all?: boolean; readonly unit?: string } = {},
): string[] {
  return statements.flatMap((one) => {
    // Where one is refuted, drawing stopped, and what the others were on the way to says nothing.
    if (!all && (one.verdict === 'supported' || (verdict === 'refuted' && one.verdict === 'undecided'))) return [];
    const observed = `${one.verdict}: ${one.value.en} is ${number(one.estimate)}, in [${number(one.interval.lo)}, ${number(one.interval.hi)}] by ${one.interval.method}`;
    const claimed = `claimed in ${band(one)}; ${one.networks} ${unit}, α = ${Number(one.alpha.toPrecision(3))}`;
    return [`${observed}; ${claimed}`, ...(one.objection ? [one.objection] : []), ...advice(one, unit)];
  });
}

/** What the weights behave like, what that is known for, and what to try. */
export function diagnosed({ ratio, defects, advice }: DiagnosisRecord): string[] {
  if (ratio === null) return [];
  const found = `effective σ̂_w²/σ_w² is ${number(ratio.estimate)}, in [${number(ratio.lo)}, ${number(ratio.hi)}]: fan_in·Var(w) over the ${number(ratio.needed)} that is needed`;
  return [found, ...defects.map(({ en }) => `known for: ${en}`), ...advice.map(({ en }) => `try: ${en}`)];
}

function controls(claim: ClaimRecord): string[] {
  const escaped = claim.controls
    .filter((control) => control.verdict !== 'refuted')
    .map(
      (control) =>
        `the control "${control.defect.en}" was ${control.verdict}, and must be refuted: ${control.value.en} is ${number(control.estimate)}, with ${control.networks} networks`,
    );
  return [
    ...escaped,
    ...unproven(claim).map((value) => `no control refutes that ${value} lies in its band: nothing shows that it could fail`),
  ];
}

/** Values of statements that refuted no control; where none was asked for, as of a reader's own model, none is missed. */
function unproven(claim: ClaimRecord): string[] {
  if (claim.controls.length === 0) return [];
  const refuting = new Set(claim.controls.flatMap((control) => control.refutes));
  return statementsOf(claim).flatMap((one, i) => (refuting.has(i) ? [] : [one.value.en]));
}

/** A claim's evidence, statement by statement: the first and the further ones. */
export function statementsOf(claim: ClaimRecord): EvidenceRecord[] {
  return [{ ...claim, verdict: claim.first }, ...claim.further];
}

function advice({ verdict, wanted }: EvidenceRecord, unit: string): string[] {
  if (verdict !== 'undecided') return [];
  return [
    wanted
      ? `about ${wanted} ${unit} would probably decide it`
      : `the estimate lies too near an edge of the band for any reasonable number of ${unit}`,
  ];
}

function band({ band: { lo, hi } }: EvidenceRecord): string {
  return `${lo === null ? '(−∞' : `[${number(lo)}`}, ${hi === null ? '∞)' : `${number(hi)}]`}`;
}

/** Five digits: what a reader compares; the record has them all. */
function number(value: JsonNumber): string {
  return String(Number(fromJson(value).toPrecision(5)));
}
