import type { Evidence } from './judge.ts';
import { type BandRecord, type EvidenceRecord, type IntervalRecord, jsonNumber } from './record.ts';
import type { Statement } from './statement.ts';
import { wanted } from './wanted.ts';

/** Samples longer than this are counted, not kept: a record is read by people's browsers. */
const KEPT = 256;

/** Evidence as a record holds it. */
export function evidenceRecord<T>(evidence: Evidence, statement: Statement<T>, predicted: number | null): EvidenceRecord {
  const { kind, value, verdict, estimate, alpha, networks, looks, sample, objection } = evidence;
  return {
    kind,
    value,
    ...(statement.over && { over: statement.over }),
    verdict,
    estimate: jsonNumber(estimate),
    predicted: predicted === null ? null : jsonNumber(predicted),
    interval: intervalRecord(evidence),
    band: bandRecord(evidence),
    alpha,
    networks,
    looks: looks.map((look) => ({ n: look.n, lo: jsonNumber(look.lo), hi: jsonNumber(look.hi), alpha: look.alpha })),
    sample: sample.length <= KEPT ? sample.map(jsonNumber) : [],
    ...(objection !== undefined && { objection }),
    ...(verdict === 'undecided' && { wanted: wanted(statement, evidence) }),
  };
}

/** Its interval as a record holds it. */
export function intervalRecord({ interval: { lo, hi, method } }: Evidence): IntervalRecord {
  return { lo: jsonNumber(lo), hi: jsonNumber(hi), method };
}

/** Its band as a record holds it. */
export function bandRecord({ band }: Evidence): BandRecord {
  const end = (limit: number, open: number) => (limit === open ? null : jsonNumber(limit));
  return { lo: end(band.lo, -Infinity), hi: end(band.hi, Infinity) };
}
