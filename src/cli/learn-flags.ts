import { type Command, Option } from 'commander';
import { backendFlag, type BackendFlag } from './flags.ts';

export interface LearnFlags extends BackendFlag {
  folder: string;
  from?: string;
  lang?: 'en' | 'zh';
  seed: string;
  list: boolean;
  check: boolean;
  class?: string[];
  reset: boolean;
  yes: boolean;
}

export function withLearnFlags(command: Command): Command {
  return command
    .addOption(new Option('--folder <path>', 'your copy of the lessons').default('lessons').env('GAINSAY_LESSONS'))
    .addOption(new Option('--from <path>', 'lessons of your own, in place of those that come with gainsay'))
    .addOption(new Option('--lang <name>', "en or zh; your terminal's, if left out").choices(['en', 'zh']).env('GAINSAY_LANG'))
    .addOption(
      new Option('--seed <text>', 'what every draw depends on; "fresh" is another one in each run')
        .default('fresh')
        .env('GAINSAY_SEED'),
    )
    .addOption(backendFlag().default('wasm'))
    .addOption(new Option('--list', 'list the lessons with your progress, and end').default(false))
    .addOption(new Option('--check', 'judge every lesson once, a line each, and end').default(false))
    .addOption(new Option('--class <folders...>', 'show how far learners have come, by their copies of the lessons'))
    .addOption(new Option('--reset', 'begin the lesson anew; what you wrote is kept beside it').default(false))
    .addOption(new Option('--yes', 'write a package.json where there is none, without asking').default(false));
}
