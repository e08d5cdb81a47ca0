import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activationNamed } from '../src/activation/index.ts';
import { audit, type Audited, type Expectations, isAbout, type TensorRecord } from '../src/audit/index.ts';
import { openCheckpoint } from '../src/checkpoint/index.ts';
import { diskFiles } from '../src/cli/disk-files.ts';

/** What `fixtures/checkpoints/make.py` says of a file that it has written. */
export interface Truth {
  readonly file: string;
  readonly activation: string | null;
  readonly layout?: 'torch' | 'tf';
  readonly expectations?: Expectations;
  readonly tensors: Readonly<Record<string, { readonly scheme: string | null; readonly defect: string | null }>>;
}

/** What an audit said of a tensor, beside what is true of it. */
export interface Said {
  readonly file: string;
  readonly tensor: string;
  readonly scheme: string | null;
  readonly defect: string | null;
  /** The laws that it named, and whether the true one is among them (or none is where there is none). */
  readonly names: readonly string[];
  readonly named: boolean;
  /** Whether it said of the defect that it is there; of a tensor without one, that nothing is. */
  readonly found: boolean;
  /** What it said against the tensor. */
  readonly against: readonly string[];
}

/** The truth that lies beside the files of a folder. */
export const truthIn = (folder: string): Truth[] => JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth[];

/** Audits a file as its truth says that it is to be audited. */
export async function auditedTruth(folder: string, truth: Truth): Promise<Said[]> {
  const { file, activation, layout, expectations, tensors } = truth;
  const checkpoint = await openCheckpoint(diskFiles, join(folder, file));
  const audited = await audit([{ file, checkpoint }], {
    activations: activation === null ? [] : [{ pattern: '*', activation: activationNamed(activation) }],
    ...(layout && { layout }),
    ...(expectations && { expectations }),
  });
  await checkpoint.close();
  const found = new Map(audited.tensors.map((tensor) => [tensor.name, tensor]));
  if (found.size !== Object.keys(tensors).length) throw new Error(`${file} has ${found.size} tensors, and its truth others`);
  return Object.entries(tensors).map(([tensor, { scheme, defect }]) => {
    const record = found.get(tensor);
    if (!record) throw new Error(`${file} has no tensor ${tensor}`);
    const against = saidAgainst(audited, record);
    // A mistake is named where it fails the gate; elsewhere it is a guess.
    const mistakes = against.some((words) => words.startsWith('mistake')) ? record.mistakes : [];
    const names = [...record.schemes, ...mistakes].map(({ name }) => name);
    return {
      ...{ file, tensor, scheme, defect, names, against },
      named: scheme === null ? names.length === 0 : names.includes(scheme),
      found: defect === null ? against.length === 0 : against.some((words) => WORDS[defect].test(words)),
    };
  });
}

/** By what words an audit tells of a defect. */
const WORDS: Readonly<Record<string, RegExp>> = {
  'std-for-variance': /the variance passed as the std/,
  'fan-out-for-fan-in': /fan_out taken for fan_in/,
  'gain-left-out': /the gain left out/,
  'std-for-bound': /the std taken for the bound/,
  'not-rescaled': /cut at two standard deviations and not rescaled/,
  duplicate: /^duplicate/,
  dead: /^dead/,
  'non-finite': /^non-finite/,
};

/** What fails a gate; notes do not. */
function saidAgainst({ findings }: Audited, tensor: TensorRecord): string[] {
  const { expected } = tensor;
  const errors = findings.filter((finding) => finding.severity === 'error' && isAbout(finding, tensor));
  return [
    ...errors.map(({ kind, says }) => `${kind}: ${says.en}`),
    ...(expected && expected.verdict !== 'supported' ? [`${expected.verdict}: ${expected.why.en}`] : []),
  ];
}

/** What an audit says of every file of a folder, as a table of Markdown: its weights, and what fails the gate. */
export async function truthTable(folder: string): Promise<string> {
  const rows = [];
  for (const truth of truthIn(folder)) {
    const said = await auditedTruth(folder, truth);
    const weights = said.filter(({ tensor }) => !tensor.endsWith('bias') && !tensor.includes('ln_'));
    const named = new Set(weights.map(({ names }) => names.join(', or ') || 'none of these: trained?'));
    const against = new Set(said.flatMap(({ against: words }) => words.map(inShort)));
    const expected = truth.expectations ? "`kaiming_normal_(nonlinearity='relu')`" : '';
    rows.push(`| ${truth.file} | ${expected} | ${[...named].join('; ')} | ${[...against].join('; ')} |`);
  }
  return ['| file | expected | what its weights are | what fails |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** A complaint without its numbers and names. */
function inShort(words: string): string {
  const known = /Known for: (.*)$/.exec(words)?.[1];
  return known ?? words.replace(/^\w+(?:-\w+)?: /, '').replace(/ \(.*\)$/, '');
}
