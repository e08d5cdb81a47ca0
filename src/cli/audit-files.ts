import { type Audit, audit, type Audited, type AuditRecord, AUDIT_SCHEMA, expectationsOf } from '../audit/index.ts';
import { type Checkpoint, CheckpointError, openCheckpoint } from '../checkpoint/index.ts';
import { version } from '../version.ts';
import { activationsOf, type AuditFlags } from './audit-flags.ts';
import { auditText } from './audit-text.ts';
import { byteBar } from './byte-bar.ts';
import { diskFiles } from './disk-files.ts';
import { EXIT } from './exit.ts';
import { shellLine } from './shell-line.ts';
import { writeFiles } from './write-files.ts';

/** Audits files, tells of them, and writes the report; returns the exit code. */
export async function auditFiles(files: readonly string[], flags: AuditFlags): Promise<number> {
  const { layout, alpha, quiet, json, out, expect, writeExpectations: written } = flags;
  const activations = activationsOf(flags.activation);
  const expectations = expect === undefined ? undefined : (await import('./expectations-file.ts')).readExpectations(expect);
  const started = Date.now();
  const audited = await withFiles(files, (audits) =>
    withBar(quiet, (progress) =>
      audit(audits, {
        activations,
        progress,
        ...(layout && { layout }),
        ...(alpha !== undefined && { alpha }),
        ...(expectations && { expectations }),
      }),
    ),
  );
  const record = recordOf(audited, files, flags, started);
  const { auditAnnotations, auditJunit, auditPage, auditSummary } = await import('../report/index.ts');
  const [, page] = writeFiles(out, {
    'audit.json': `${JSON.stringify(record, null, 1)}\n`,
    'index.html': auditPage(record),
    'summary.md': auditSummary(record),
    'junit.xml': auditJunit(record),
  });
  const told = json ? JSON.stringify(record, null, 1) : auditText(record, quiet, page, process.stdout.columns ?? 100);
  if (told) console.log(told);
  if (written !== undefined) {
    const { writeExpectations } = await import('./expectations-file.ts');
    writeExpectations(written, expectationsOf(audited));
    if (!quiet) console.error(`expectations: ${written}`);
  }
  // Loads no vitest: only what GitHub is told.
  const { tellGitHubOf } = await import('../vitest/github.ts');
  tellGitHubOf(auditAnnotations(record), (limit) => auditSummary(record, limit), process.env, json ? console.error : console.log);
  return record.ok ? EXIT.done : EXIT.refuted;
}

/** Opens files for as long as work on them takes. What is wrong with one is said with its name. */
async function withFiles(files: readonly string[], work: (audits: Audit[]) => Promise<Audited>): Promise<Audited> {
  const open: Checkpoint[] = [];
  try {
    const audits: Audit[] = [];
    for (const file of files) {
      const checkpoint = await openCheckpoint(diskFiles, file).catch((error: unknown) => {
        throw error instanceof CheckpointError ? new CheckpointError(`${file} ${error.message}`) : error;
      });
      open.push(checkpoint);
      audits.push({ file, checkpoint });
    }
    return await work(audits);
  } finally {
    for (const checkpoint of open) await checkpoint.close();
  }
}

/** Milliseconds of work that needs no bar. */
const AT_ONCE = 500;

/** With a bar of bytes on standard error; Ctrl-C takes it away and ends the process with 130. */
async function withBar(
  quiet: boolean,
  work: (progress: (bytes: number, of: number) => void) => Promise<Audited>,
): Promise<Audited> {
  const bar = byteBar();
  const interrupt = () => {
    bar.stop();
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  const started = Date.now();
  let begun = false;
  try {
    return await work((bytes, of) => {
      if (quiet || Date.now() - started < AT_ONCE) return;
      if (!begun) bar.start(of, 0);
      begun = true;
      bar.update(bytes);
    });
  } finally {
    bar.stop();
    process.removeListener('SIGINT', interrupt);
  }
}

function recordOf({ unmatched, ...audited }: Audited, files: readonly string[], flags: AuditFlags, started: number): AuditRecord {
  const { layout, activation, expect, alpha } = flags;
  const refuted = audited.tensors.some(({ expected }) => expected !== null && expected.verdict !== 'supported');
  const broken = audited.findings.some(({ severity }) => severity === 'error');
  return {
    schema: AUDIT_SCHEMA,
    ok: !refuted && !broken && unmatched.length === 0,
    files: [...files],
    ...audited,
    expectations: expect === undefined ? null : { file: expect, unmatched },
    versions: { gainsay: version, node: process.versions.node },
    times: { started: new Date(started).toISOString(), seconds: (Date.now() - started) / 1000 },
    rerun: shellLine('npx gainsay audit', files, { layout, activation, expect, alpha }),
  };
}
