import { type ClaimRecord, type DiagnosisRecord, explain } from '../claim/index.ts';
import { interval, number } from './format.ts';

/** Why a claim fails, in lines of text: what was claimed and seen, what its weights behave like, and what to try. */
export function explanation(claim: ClaimRecord): string {
  return [explain(claim), ...(claim.diagnosis ? diagnosed(claim.diagnosis) : [])].join('\n');
}

function diagnosed({ ratio, defects, advice }: DiagnosisRecord): string[] {
  return [
    ...(ratio ? [`effective σ̂w²/σw²: ${number(ratio.estimate, 3)}, in ${interval(ratio)}`] : []),
    ...defects.map(({ en }) => `known for: ${en}`),
    ...advice.map(({ en }) => `try: ${en}`),
  ];
}
