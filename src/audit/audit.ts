import type { Activation } from '../activation/index.ts';
import type { Checkpoint, Layout } from '../checkpoint/index.ts';
import { probability } from '../parameter.ts';
import { auditFile, type Looked } from './audit-file.ts';
import { chainsOf } from './chains.ts';
import { duplicates } from './duplicates.ts';
import { type Expectations, expectationFor } from './expectations.ts';
import { noted } from './findings.ts';
import { gainsOff } from './gains.ts';
import { mistaken } from './mistaken.ts';
import { matches } from './pattern.ts';
import type { AuditRecord, FindingRecord, SkippedRecord } from './record.ts';

/** What one tensor spends of the error rate unless it is said otherwise. */
const ALPHA = 1e-9;

/** A checkpoint and the name that its file goes by. */
export interface Audit {
  readonly file: string;
  readonly checkpoint: Checkpoint;
}

export interface AuditOptions {
  /** The files' own, if left out. */
  readonly layout?: Layout;
  /** Which activation a weight feeds, by name pattern; the first that matches holds. */
  readonly activations?: readonly { readonly pattern: string; readonly activation: Activation }[];
  readonly expectations?: Expectations;
  /** The probability that a tensor loses the name of the law that it was drawn from. */
  readonly alpha?: number;
  /** Told after every piece that was read. */
  readonly progress?: (bytes: number, of: number, tensor: string) => void;
  readonly signal?: AbortSignal;
}

/** What an audit found, without what only its face knows. */
export type Audited = Pick<AuditRecord, 'layout' | 'alpha' | 'spent' | 'tensors' | 'skipped' | 'findings' | 'chains'> & {
  /** Patterns of the expectations that no tensor is of. */
  readonly unmatched: string[];
};

/**
 * Measures every tensor of checkpoints, names the laws that it may have been drawn from, and says what follows.
 *
 * @throws CheckpointError where a file breaks off, ParameterError for an alpha that is no probability, and what `signal` was aborted with.
 */
export async function audit(audits: readonly Audit[], options: AuditOptions = {}): Promise<Audited> {
  const { activations = [], expectations, progress, signal } = options;
  const alpha = probability('alpha', options.alpha ?? ALPHA);
  const all = audits.flatMap(({ checkpoint }) => checkpoint.tensors);
  const total = all.reduce((sum, { bytes, objection }) => sum + (objection === null ? bytes : 0), 0);
  let done = 0;
  const passed = (bytes: number, tensor: string) => {
    signal?.throwIfAborted();
    progress?.((done += bytes), total, tensor);
  };
  const files: Looked[][] = [];
  for (const { file, checkpoint } of audits) {
    const layout = options.layout ?? checkpoint.layout;
    files.push(await auditFile(file, checkpoint, { layout, activations, expectations, alpha, passed }));
  }
  const looked = files.flat();
  const chains = [];
  for (const file of files) chains.push(...(await chainsOf(file.map(({ link }) => link).filter((link) => link !== null))));
  return {
    layout: options.layout ?? audits[0]?.checkpoint.layout ?? 'torch',
    alpha,
    spent: alpha * looked.length,
    tensors: looked.map(({ record }) => record),
    skipped: audits.flatMap(skippedIn),
    findings: [...looked.flatMap(({ findings }) => findings), ...files.flatMap((of) => inCommon(of, expectations))],
    chains,
    unmatched: Object.keys(expectations?.tensors ?? {}).filter((pattern) => !all.some(({ name }) => matches(pattern, name))),
  };
}

/** What the tensors of a file show together; no error where nothing is expected of any of them. */
function inCommon(looked: readonly Looked[], expectations?: Expectations): FindingRecord[] {
  const free = (name: string) => 'any' in (expectationFor(name, expectations)?.expectation ?? {});
  const findings = [
    ...mistaken(looked.map(({ record }) => record)),
    ...duplicates(looked.map(({ fingerprint }) => fingerprint)),
    ...gainsOff(looked),
  ];
  return findings.map((finding) => (finding.tensors.every(free) ? noted(finding) : finding));
}

function skippedIn({ file, checkpoint }: Audit): SkippedRecord[] {
  return checkpoint.tensors.flatMap(({ name, dtype, shape, objection }) =>
    objection === null ? [] : [{ file, name, dtype, shape: [...shape], why: objection }],
  );
}
