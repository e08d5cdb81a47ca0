import { dirname } from 'node:path';
import { type Command, Option } from 'commander';
import { ParameterError } from '../parameter.ts';
import { writeFiles } from './write-files.ts';

/** `gainsay report <report.json>`: the page and its companions again, from the record alone. */
export function addReport(program: Command): void {
  program
    .command('report')
    .summary("make a run's page and its companions from its record")
    .description("make a run's page, summary.md and junit.xml from its record, without drawing a network")
    .argument('<record>', 'the report.json of a run, or - for standard input')
    .addOption(new Option('--out <folder>', "where they go; the record's own folder, if left out"))
    .addOption(new Option('--quiet', 'do not print their names').default(false))
    .addHelpText('after', '\nExample: gainsay report reports/report.json --out public')
    .action(async (file: string, { out, quiet }: { out?: string; quiet: boolean }) => {
      if (file === '-' && out === undefined) {
        throw new ParameterError('--out', 'given with -, for standard input lies in no folder', out);
      }
      const { readRecord } = await import('./record-file.ts');
      const run = await readRecord(file);
      const { html, jobSummary, junit } = await import('../report/index.ts');
      const files = { 'index.html': html(run), 'summary.md': jobSummary(run), 'junit.xml': junit(run) };
      const written = writeFiles(out ?? dirname(file), files);
      if (!quiet) console.log(written.join('\n'));
    });
}
