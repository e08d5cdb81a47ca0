import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { ParameterError } from '../parameter.ts';
import { mergeResults, type ResultsFile } from '../sweep/index.ts';
import { pageOfResults } from './sweep-page.ts';
import { writeFiles } from './write-files.ts';

/** `gainsay merge <files…>`: one results file of a sweep's shards, and its page. */
export function addMerge(program: Command): void {
  program
    .command('merge')
    .summary('put the shards of a sweep together')
    .description('put the shards of a sweep together: the bytes that one machine would have written, and their page')
    .argument('<files...>', 'what gainsay sweep --shard has written')
    .addOption(new Option('--out <file>', 'the whole; its page stands beside it').default(join('reports', 'sweep.jsonl')))
    .addHelpText('after', '\nExample: gainsay merge shards/*.jsonl --out reports/sweep.jsonl')
    .action(async (paths: string[], { out }: { out: string }) => {
      const name = basename(out);
      const page = `${basename(out, extname(out))}.html`;
      if (page === name) throw new ParameterError('--out', 'a file for the results, such as sweep.jsonl', out);
      const text = mergeResults(paths.map(read));
      console.log(writeFiles(dirname(out), { [name]: text, [page]: await pageOfResults(out, text) }).join('\n'));
    });
}

function read(name: string): ResultsFile {
  try {
    return { name, text: readFileSync(name, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ParameterError('files', `ones that can be read (${code})`, name);
  }
}
