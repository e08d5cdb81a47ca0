import { describe, expect, test } from 'vitest';
import { relu } from '../../../src/activation/index.ts';
import { audit, AUDIT_SCHEMA, type AuditRecord, type Expectations } from '../../../src/audit/index.ts';
import { recordFault } from '../../../src/cli/record-fault.ts';
import { kaimingNormal, normal, zeros } from '../../../src/init/index.ts';
import { auditAnnotations, auditJunit, auditPage, auditSummary } from '../../../src/report/index.ts';
import { checkpointOf, type Made } from '../audit/checkpoint-of.ts';
import { drawn } from '../audit/drawn.ts';
import { elements, readXml } from './xml.ts';

const HOSTILE = '</code><script>alert(1)</script>" onload=x & \u001b[31m::error::x\n| `b` $x$';

async function recordOf(tensors: Readonly<Record<string, Made>>, expectations?: Expectations): Promise<AuditRecord> {
  const { unmatched, ...audited } = await audit([{ file: 'made.safetensors', checkpoint: checkpointOf(tensors) }], {
    activations: [{ pattern: '*', activation: relu }],
    ...(expectations && { expectations }),
  });
  const wrong = audited.findings.some(({ severity }) => severity === 'error');
  return {
    schema: AUDIT_SCHEMA,
    ok: !wrong,
    files: ['made.safetensors'],
    ...audited,
    expectations: expectations ? { file: 'expect.json', unmatched } : null,
    versions: { gainsay: '0', node: '0' },
    times: { started: '2026-01-01T00:00:00.000Z', seconds: 1 },
    rerun: 'npx gainsay audit made.safetensors',
  };
}

const weights = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, drawn(kaimingNormal(), [64, 48], 1, name)]));

describe('The page of an audit', () => {
  const broken = { ...weights(['fc.0.weight', 'fc.1.weight']), [HOSTILE]: drawn(normal({ std: 0.3 }), [48, 64], 1) };
  broken[HOSTILE].data[0] = Number.NaN;
  const expectations: Expectations = {
    schema: 'gainsay/expectations/1',
    tensors: { 'fc.0*': { scheme: 'LeCun normal' }, 'head*': { any: true } },
  };

  test('tells what is wrong first, of every tensor what it is, what follows, and how to do it again', async () => {
    const record = await recordOf(broken, expectations);
    expect(recordFault(record, 'audit')).toBeUndefined();
    const page = auditPage(record);
    expect(page).toContain('has 1 NaN and 0 infinite numbers, the first at [0, 0]');
    expect(page).toContain('head*');
    expect(page.indexOf('What is wrong')).toBeLessThan(page.indexOf('The tensors'));
    expect(page).toContain('npx gainsay audit made.safetensors');
    expect(page.match(/<svg/g)).toHaveLength(3);
    expect(auditPage(record)).toBe(page);
  });

  test('takes names from a file as text, wherever they stand', async () => {
    const record = await recordOf(broken, expectations);
    for (const text of [auditPage(record), auditJunit(record)]) {
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('\u001b');
    }
    expect(auditSummary(record)).not.toMatch(/^.*<script>alert.*\n.*\|/);
    for (const line of auditAnnotations(record)) expect(line).toMatch(/^::(error|notice) file=made\.safetensors,title=[^\n]*$/);
  });

  test('is in both languages', async () => {
    const page = auditPage(await recordOf(broken, expectations));
    for (const words of ['错误，或值得一看之处', '张量', '有 1 个 NaN', '数值与其分布']) expect(page).toContain(words);
  });

  test('of five hundred tensors that are alike has a line for them, and of as many others less than 3 MB', async () => {
    const alike = await recordOf(weights(Array.from({ length: 500 }, (_, i) => `h.${i}.weight`)));
    expect(auditPage(alike)).toContain('h.{0…499}.weight');
    expect(auditPage(alike).length).toBeLessThan(100_000);
    const letters = (i: number) => String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26));
    const others = await recordOf(weights(Array.from({ length: 500 }, (_, i) => `${letters(i)}.weight`)));
    expect(auditPage(others).length).toBeLessThan(3_000_000);
  });

  test('shows a stack of layers with its range, and says nothing of one that there is not', async () => {
    const stack = { a: drawn(kaimingNormal(), [64, 64], 1, 'a'), c: drawn(kaimingNormal(), [64, 64], 1, 'c') };
    expect(auditPage(await recordOf(stack))).toContain('this stack of 2');
    expect(auditPage(await recordOf({ a: stack.a }))).not.toContain('What follows');
  });
});

describe('What machines are told of an audit', () => {
  const expectations: Expectations = {
    schema: 'gainsay/expectations/1',
    tensors: { 'fc.0*': { scheme: 'zeros_' }, '*': { scheme: 'zeros_' }, 'head*': { any: true } },
  };
  const record = recordOf({ ...weights(['fc.0.weight']), 'fc.0.bias': drawn(zeros(), [64], 1) }, expectations);

  test('JUnit has a test case for each tensor and for each pattern without one', async () => {
    const root = readXml(auditJunit(await record));
    expect(elements(root, 'testcase').map(({ attributes }) => attributes['name'])).toEqual(['fc.0.weight', 'fc.0.bias', 'head*']);
    expect(root.attributes).toMatchObject({ tests: '3', failures: '2', errors: '0' });
    expect(elements(root, 'failure')).toHaveLength(2);
  });

  test('annotations are errors for what fails, notices for what is noted', async () => {
    const said = auditAnnotations(await record).map((line) => line.split(' ')[0]);
    expect(said).toEqual(['::error', '::error']);
    const noted = auditAnnotations(await recordOf({ w: drawn(normal({ std: 2 }), [64, 48], 1) }));
    expect(noted.map((line) => line.split(' ')[0])).toEqual(['::notice']);
  });

  test('a summary is cut between two parts where there is no room, and says so', async () => {
    const whole = auditSummary(await record);
    const cut = auditSummary(await record, 300);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(300);
    expect(cut).toMatch(/Cut here: the whole is in the report\.\n$/);
    expect(whole).toContain(cut.split('\nCut here')[0]);
  });
});
