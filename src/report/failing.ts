import { type ClaimRecord, complaints, type EvidenceRecord, statementsOf } from '../claim/index.ts';

/** Whether anything keeps a claim from passing: its verdict, a control that escaped, a statement that refuted none. */
export function fails(claim: ClaimRecord): boolean {
  return complaints(claim).length > 0;
}

/** The claims with those that fail first, each part in the record's order. */
export function failingFirst(claims: readonly ClaimRecord[]): ClaimRecord[] {
  return [...claims.filter(fails), ...claims.filter((claim) => !fails(claim))];
}

/** The statement that stands for a claim where there is room for one: the first of the claim's own verdict. */
export function leading(claim: ClaimRecord): EvidenceRecord {
  const statements = statementsOf(claim);
  return statements.find((one) => one.verdict === claim.verdict) ?? statements[0];
}
