import { type AuditRecord, type Fault, faultsOf } from '../audit/index.ts';
import { auditSentence } from './audit-sentence.ts';
import { number, probability } from './format.ts';
import { codeBlock, markdown } from './markdown.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { command } from './workflow-command.ts';

const words = ({ says, advice }: Fault): string => (advice ? `${says.en}\ntry: ${advice.en}` : says.en);
const isError = ({ severity }: Fault): boolean => severity === 'error';

/** What GitHub is told of an audit: an error for each fault, a notice for each thing that is worth a look. */
export function auditAnnotations(record: AuditRecord): string[] {
  return faultsOf(record).map((fault) =>
    command(
      isError(fault) ? 'error' : 'notice',
      { file: fault.file ?? record.files[0], title: `gainsay audit: ${fault.tensors.slice(0, 3).join(', ')}` },
      words(fault),
    ),
  );
}

/** An audit as JUnit XML: a test case for each tensor, and one for each pattern that no tensor is of. No times. */
export function auditJunit(record: AuditRecord): string {
  const { tensors, spent, expectations } = record;
  const faults = faultsOf(record).filter(isError);
  const cases = [
    ...tensors.map(({ name, file, law }) => ({ name, file, law: law.en })),
    ...(expectations?.unmatched ?? []).map((name) => ({ name, file: null, law: '' })),
  ];
  const failing = cases.filter((one) => faults.some((fault) => isOf(fault, one))).length;
  const counts = markup`tests="${String(cases.length)}" failures="${String(failing)}" errors="0"`;
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="gainsay audit" ${counts}>
<testsuite name="gainsay audit" ${counts}>
<properties>
<property name="spent" value="${String(spent)}"/>
</properties>
${cases.map((one) => testcase(one, faults))}
</testsuite>
</testsuites>
`.html;
}

interface Case {
  readonly name: string;
  /** Null for a pattern that no tensor is of. */
  readonly file: string | null;
  readonly law: string;
}

const isOf = (fault: Fault, { name, file }: Case): boolean => fault.file === file && fault.tensors.includes(name);

function testcase(one: Case, faults: readonly Fault[]): Markup {
  const { name, file, law } = one;
  const own = faults.filter((fault) => isOf(fault, one));
  const failure =
    own.length === 0
      ? EMPTY
      : markup`<failure type="refuted" message="${own.map(({ says }) => says.en).join('; ')}">${own.map(words).join('\n')}</failure>`;
  return markup`<testcase classname="${file ?? 'expectations'}" name="${name}">${failure}<system-out>${law}</system-out></testcase>
`;
}

/**
 * An audit as GitHub's Markdown.
 *
 * @param limit in bytes of UTF-8; a longer one is cut between two faults, and says so.
 */
export function auditSummary(record: AuditRecord, limit: number = Infinity): string {
  const { ok, spent, rerun, tensors } = record;
  const parts = [
    `# ${ok ? '✓' : '✗ Failed.'} gainsay audit: ${markdown(auditSentence(record).en)}\n\n`,
    `error rate spent ${probability(spent)} · again: ${markdown(rerun)}\n\n`,
    ...faultsOf(record).map(
      (fault) =>
        `${isError(fault) ? '## ✗' : '##'} ${markdown(fault.tensors.slice(0, 8).join(', '))}\n\n${codeBlock(words(fault))}\n\n`,
    ),
    '| tensor | shape | std | what it is |\n| --- | --- | ---: | --- |\n',
    ...tensors.map(
      ({ name, shape, std, schemes, law }) =>
        `| ${markdown(name)} | ${shape.join(' × ')} | ${number(std.estimate)} | ${markdown(schemes.map((scheme) => scheme.name).join(', or ') || law.en)} |\n`,
    ),
  ];
  const cut = '\nCut here: the whole is in the report.\n';
  let room = limit - Buffer.byteLength(cut);
  let text = '';
  for (const part of parts) {
    room -= Buffer.byteLength(part);
    if (room < 0) return text + cut;
    text += part;
  }
  return text;
}
