import { type Command, Option } from 'commander';
import { BACKENDS, loadEngine } from '../network/index.ts';
import { EXIT } from './exit.ts';

interface VerifyFlags {
  seed: string;
  backend: 'auto' | (typeof BACKENDS)[number];
  out: string;
  json: boolean;
  quiet: boolean;
}

/** `gainsay verify [ids…]`: judges the claims of the specs in this folder, and writes the report. */
export function addVerify(program: Command, exit: (code: number) => void): void {
  program
    .command('verify')
    .description('judge the claims of the specs in this folder, and write the report')
    .argument('[ids...]', 'judge only claims whose id contains one of these, such as notebook/xav')
    .addOption(
      new Option('--seed <text>', 'what every draw depends on; "fresh" picks one and prints it').default('1').env('GAINSAY_SEED'),
    )
    .addOption(
      new Option('--backend <name>', 'auto takes the first that can be had')
        .choices(['auto', ...BACKENDS])
        .default('auto')
        .env('GAINSAY_BACKEND'),
    )
    .addOption(new Option('--out <folder>', 'where the report goes').default('reports').env('GAINSAY_OUT'))
    .addOption(new Option('--json', "print the run's record on standard output, and nothing else").default(false))
    .addOption(new Option('--quiet', 'no progress, and no line for a claim that holds').default(false))
    .action(async (ids: string[], flags: VerifyFlags) => {
      // Asked before any test runs, so that a missing backend is one clear line and not one failure a claim.
      if (flags.backend !== 'auto') await loadEngine(flags.backend);
      // vitest takes a second to load: only this command pays for it.
      const { verify } = await import('../vitest/verify.ts');
      const verified = await verify({ ids, ...flags });
      exit(verified === 'nothing' ? EXIT.usage : verified.ok ? EXIT.done : EXIT.refuted);
    });
}
