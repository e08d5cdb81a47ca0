import { type Command, Option } from 'commander';
import { LIMITS } from '../check/index.ts';
import { ParameterError } from '../parameter.ts';
import type { CheckFlags } from './check-flags.ts';
import { checkModel, FOR_BASELINE } from './check-model.ts';
import { backendFlag, jsonFlag, seedFlag } from './flags.ts';
import { numberOf } from './number-of.ts';

/** `gainsay check <model>`: a model of the reader's own, as initialised. */
export function addCheck(program: Command, exit: (code: number) => void): void {
  const number = (flag: string, what: string) => new Option(`${flag} <number>`, what).argParser((text) => numberOf(flag, text));
  program
    .command('check')
    .summary('judge a model of yours, as it is initialised')
    .description('judge whether a model of yours, as initialised, carries signal and gradient; write the report')
    .argument('<model>', 'a TensorFlow.js model.json, or a script (.ts, .js) whose default export makes the model: (tf) => model')
    .option('--export <name>', "the builder's name among the script's exports", 'default')
    .addOption(seedFlag('what every draw depends on'))
    .addOption(backendFlag())
    .addOption(
      number('--networks', `networks to draw at most; ${LIMITS.networks}, if left out, and ${FOR_BASELINE} for a baseline`),
    )
    .addOption(number('--batch', 'examples of N(0, 1) numbers that go in; 16, if left out').conflicts('input'))
    .option('--input <file...>', 'a batch of your own, .npy or .json, one file an input')
    .addOption(
      number('--within', 'a factor: how much std and gradient may change over the whole depth, either way').default(
        LIMITS.within,
      ),
    )
    .addOption(number('--dead', "the share of a layer's units that may be dead").default(LIMITS.dead))
    .addOption(number('--saturated', "the share of a layer's outputs that may be saturated").default(LIMITS.saturated))
    .addOption(number('--time-limit', 'seconds after which no network is begun: what is open then stays undecided'))
    .option(
      '--baseline <file>',
      'hold the model against what it showed once; written, where there is no such file and CI is not set',
    )
    .addOption(new Option('--update', 'write the baseline anew').default(false))
    .addOption(new Option('--out <folder>', 'where the report goes').default('reports/check').env('GAINSAY_OUT'))
    .addOption(jsonFlag("the run's record"))
    .addOption(new Option('--quiet', 'no progress, no table, and no line for a claim that holds').default(false))
    .addHelpText(
      'after',
      '\nExamples:\n  gainsay check models/classifier.ts --networks 128\n  gainsay check model.json --input batch.npy --within 3\n  gainsay check models/classifier.ts --baseline classifier.baseline.json',
    )
    .action(async (file: string, flags: CheckFlags) => {
      if (flags.update && flags.baseline === undefined)
        throw new ParameterError('--update', 'given with --baseline', flags.update);
      exit(await checkModel(file, flags));
    });
}
