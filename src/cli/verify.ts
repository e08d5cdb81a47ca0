import { type Command, Option } from 'commander';
import { loadEngine, type Sampler, SAMPLERS } from '../network/index.ts';
import { EXIT } from './exit.ts';
import { backendFlag, type BackendFlag, jsonFlag, type JsonFlag, seedFlag, type SeedFlag } from './flags.ts';
import { needVitest } from './need-vitest.ts';

interface VerifyFlags extends BackendFlag, JsonFlag, SeedFlag {
  out: string;
  sampler: Sampler;
  quiet: boolean;
}

/** `gainsay verify [ids…]`: judges the claims of the specs in this folder, and writes the report. */
export function addVerify(program: Command, exit: (code: number) => void): void {
  program
    .command('verify')
    .summary('judge the claims of the specs in this folder')
    .description('judge the claims of the specs in this folder, and write the report')
    .argument('[ids...]', 'judge only claims whose id contains one of these, such as notebook/xav')
    .addOption(seedFlag('what every draw depends on'))
    .addOption(backendFlag())
    .addOption(
      new Option('--sampler <name>', 'law draws Gaussian networks in law, many times as fast, without their weights')
        .choices(SAMPLERS)
        .default('weights')
        .env('GAINSAY_SAMPLER'),
    )
    .addOption(new Option('--out <folder>', 'where the report goes').default('reports').env('GAINSAY_OUT'))
    .addOption(jsonFlag("the run's record"))
    .addOption(new Option('--quiet', 'no progress, and no line for a claim that holds').default(false))
    .action(async (ids: string[], flags: VerifyFlags) => {
      // Asked before any test runs, so that a missing backend is one clear line and not one failure a claim.
      if (flags.backend !== 'auto') await loadEngine(flags.backend);
      // vitest takes a second to load: only this command pays for it.
      needVitest();
      const { verify } = await import('../vitest/verify.ts');
      const verified = await verify({ ids, ...flags });
      exit(verified === 'nothing' ? EXIT.usage : verified.ok ? EXIT.done : EXIT.refuted);
    });
}
