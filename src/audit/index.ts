export { type Audit, audit, type Audited, type AuditOptions } from './audit.ts';
export { type Expectation, type Expectations, EXPECTATIONS_SCHEMA } from './expectations.ts';
export { expectationsOf } from './expectations-of.ts';
export { AUDIT_SCHEMA, type AuditRecord, type FindingRecord, type SkippedRecord, type TensorRecord } from './record.ts';
export { schemeNames } from './scheme-names.ts';
export { type Fault, faultsOf } from './faults.ts';
export { type Folded, folded } from './folded.ts';
export { isAbout } from './is-about.ts';
