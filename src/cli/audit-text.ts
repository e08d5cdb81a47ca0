import { styleText } from 'node:util';
import { type AuditRecord, type Fault, faultsOf, folded, type Folded, isAbout } from '../audit/index.ts';
import { printable } from '../checkpoint/index.ts';
import { fromJson, type JsonNumber } from '../claim/index.ts';

/** Lines of the table, at most; of more, the first and the last. */
const LINES = 60;

/** Characters of a name's end that it is known by. */
const READABLE = 32;

const HEADS = ['tensor', 'shape', 'std', '√fan_in·std', 'what it is'];

/** An audit in text: the tensors as a table, what is wrong with them, what follows, and what it came to. */
export function auditText(record: AuditRecord, onlyFaults: boolean, page: string, width: number): string {
  const several = record.files.length > 1;
  const faults = faultsOf(record).filter(({ severity }) => !onlyFaults || severity === 'error');
  if (onlyFaults) return faults.map((fault) => told(fault, several)).join('\n');
  const groups = folded(record);
  const shown = groups.length > LINES ? [...groups.slice(0, LINES / 2), ...groups.slice(-LINES / 2)] : groups;
  const lines = tableOf(shown, record, width);
  if (groups.length > LINES) lines.splice(LINES / 2 + 1, 0, `… ${groups.length - LINES} lines more: all are on the page`);
  const reasons = new Map<string, string[]>();
  for (const { name, why } of record.skipped) reasons.set(why, [...(reasons.get(why) ?? []), name]);
  const skipped = [...reasons].map(([why, names]) => `not looked into: ${listed(names)}: ${why}`);
  const chains = record.chains.map(
    ({ layers, says }) => `${printable(layers[0].tensor)} … ${printable(layers[layers.length - 1].tensor)}: ${says.en}`,
  );
  return [lines, skipped, faults.map((fault) => told(fault, several)), chains, [summary(record, page)]]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function tableOf(groups: readonly Folded[], record: AuditRecord, width: number): string[] {
  const rows = groups.map((group) => cells(group));
  const widths = HEADS.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i].length)));
  // The name gives way to what it is, as far as it can still be read.
  const others = widths[1] + widths[2] + widths[3] + 8;
  widths[0] = Math.min(widths[0], Math.max(READABLE, width - others - widths[4]));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => {
        if (i === 0) return shortened(cell, widths[0]).padEnd(widths[0]);
        return i === 4 ? cell : cell.padStart(widths[i]);
      })
      .join('  ')
      .trimEnd();
  return [styleText('dim', line(HEADS)), ...rows.map((row, i) => marked(line(row), groups[i], record))];
}

/** The end of a name tells more than its beginning. */
const shortened = (name: string, width: number): string => (name.length > width ? `…${name.slice(1 - width)}` : name);

function cells({ name, tensors, schemes }: Folded): string[] {
  const [{ shape, std, gain, law, family }] = tensors;
  const many = tensors.length > 1 ? ` (${tensors.length})` : '';
  const what = schemes.length > 0 ? schemes.join(', or ') : law.en;
  const exact = family === 'constant' || family === 'empty';
  return [
    `${printable(name)}${many}`,
    shape.join('×') || '1',
    exact ? '' : withSpread(std),
    exact || !gain ? '' : withSpread(gain),
    what,
  ];
}

function withSpread({
  estimate,
  interval: { lo, hi },
}: {
  estimate: JsonNumber;
  interval: { lo: JsonNumber; hi: JsonNumber };
}): string {
  const [value, half] = [fromJson(estimate), (fromJson(hi) - fromJson(lo)) / 2];
  const rounded = Number(value.toPrecision(3));
  return half === 0 || !Number.isFinite(half) ? String(rounded) : `${rounded} ±${Number(((100 * half) / value).toPrecision(2))}%`;
}

function marked(line: string, { tensors: [tensor] }: Folded, { findings }: AuditRecord): string {
  const wrong = findings.some((finding) => finding.severity === 'error' && isAbout(finding, tensor));
  const refuted = tensor.expected !== null && tensor.expected.verdict !== 'supported';
  return wrong || refuted ? styleText('red', `${line}  ✗`) : line;
}

/** A few names, and how many there are more. */
function listed(names: readonly string[]): string {
  const shown = names.map(printable);
  return shown.length > 4 ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more` : shown.join(', ');
}

function told({ severity, file, tensors, says, advice }: Fault, several: boolean): string {
  const of = several && file !== null ? `${printable(file)}: ` : '';
  const sign = severity === 'error' ? styleText('red', '✗') : styleText('yellow', '·');
  return [`${sign} ${of}${listed(tensors)}: ${says.en}`, ...(advice ? [`    try: ${advice.en}`] : [])].join('\n');
}

function summary({ tensors, spent, times, ok, expectations }: AuditRecord, page: string): string {
  const numbers = tensors.reduce((sum, one) => sum + one.numbers, 0);
  const named = tensors.filter(({ schemes }) => schemes.length > 0).length;
  const judged = tensors.filter(({ expected }) => expected !== null);
  const upheld = judged.filter(({ expected }) => expected?.verdict === 'supported').length;
  return [
    `${ok ? styleText('green', '✓') : styleText('red', '✗')} ${tensors.length} tensors, ${numbers.toLocaleString('en')} numbers: ${named} of a law that has a name`,
    ...(expectations ? [`expectations: ${upheld} of ${judged.length} upheld`] : []),
    `error rate spent ${spent.toPrecision(3)}; ${times.seconds.toFixed(1)} s`,
    `report: ${page}`,
  ].join('\n');
}
