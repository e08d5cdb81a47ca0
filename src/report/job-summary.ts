import { type ClaimRecord, complaints, explain, type RunRecord } from '../claim/index.ts';
import { controlsRefuted, SHAPES } from './badge.ts';
import { failingFirst, fails, leading } from './failing.ts';
import { band, count, counted, interval, number, probability } from './format.ts';
import { codeBlock, markdown } from './markdown.ts';
import { normalised } from './normalised.ts';
import { part } from './part.ts';
import { rerunAll } from './rerun-all.ts';
import { sentence } from './summary.ts';
import { textStrip } from './text-strip.ts';

/**
 * A run's record as GitHub's Markdown: verdict, facts, what failed and why, and the forest plot as a table. No times: the same record
 * gives the same text.
 *
 * @param limit in bytes of UTF-8. GitHub drops a job's summary of more than 1 MiB whole; a longer one is cut between two claims, and
 * says so.
 */
export function jobSummary(run: RunRecord, limit: number = Infinity): string {
  const { claims, errors } = run;
  return cut(
    [
      `# ${run.ok ? '✓' : '✗ Failed.'} gainsay: ${markdown(sentence(run).en)}\n\n`,
      ...(run.partial ? [`**A partial run: ${part(run)}.** What was left out may be otherwise.\n\n`] : []),
      `${facts(run)}\n\n`,
      ...errors.map((error) => `## ✗ Error\n\n${codeBlock(error)}\n\n`),
      ...claims.filter(fails).map(failure),
      ...forest(claims),
    ],
    limit,
  );
}

function facts(run: RunRecord): string {
  const { seed, backend, sampler, networks, spent, budget, tests, versions } = run;
  return [
    `seed ${markdown(seed)}`,
    markdown(`${backend.name} (${backend.version})`),
    `${counted(networks, 'network')} ${sampler === 'law' ? 'drawn in law, where the weights are Gaussian' : 'drawn with all their weights'}`,
    `error rate spent ${probability(spent)} of ${probability(budget)}`,
    `tests: ${count(tests.passed)} passed, ${count(tests.failed)} failed`,
    markdown(`gainsay ${versions.gainsay}, Node.js ${versions.node}`),
    `again: ${markdown(rerunAll(run))}`,
  ].join(' · ');
}

function failure(claim: ClaimRecord): string {
  const { id, sentence, place } = claim;
  const where = place ? ` (${markdown(`${place.file}${place.line === null ? '' : `:${place.line}`}`)})` : '';
  return `## ✗ ${markdown(id)}\n\n**${markdown(complaints(claim).join('; '))}**${where}: ${markdown(sentence)}\n\n${codeBlock(explain(claim))}\n\n`;
}

function forest(claims: readonly ClaimRecord[]): string[] {
  if (claims.length === 0) return [];
  const head = [
    '## The claims\n\nEach interval against the band that its claim names, on the band’s scale.\n',
    '| | claim | interval and band | estimate | interval | band | networks | controls refuted |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n',
  ].join('\n');
  return [head, ...failingFirst(claims).map(row)];
}

function row(claim: ClaimRecord): string {
  const { id, sentence, verdict } = claim;
  const statement = leading(claim);
  const cells = [
    `${fails(claim) ? '✗' : SHAPES[verdict]} ${verdict}`,
    `**${markdown(id)}** ${markdown(sentence)}`,
    `\`${textStrip(statement.verdict, normalised(statement))}\``,
    number(statement.estimate),
    interval(statement.interval),
    band(statement.band),
    count(statement.networks),
    controlsRefuted(claim),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

const CUT =
  '\n*Cut here: a job’s summary may not be longer. The rest is in summary.md and index.html, among the files of the run.*\n';

/** As many of the blocks, from the first, as fit below `limit` bytes; where not all do, a sentence in the place of the others. */
function cut(blocks: readonly string[], limit: number): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const whole = blocks.join('');
  if (bytes(whole) <= limit) return whole;
  let room = limit - bytes(CUT);
  if (room < 0) return '';
  let text = '';
  for (const block of blocks) {
    room -= bytes(block);
    if (room < 0) break;
    text += block;
  }
  return `${text}${CUT}`;
}
