import { type Command, Option } from 'commander';
import { ParameterError } from '../parameter.ts';
import { auditFiles } from './audit-files.ts';
import type { AuditFlags } from './audit-flags.ts';
import { jsonFlag } from './flags.ts';
import { numberOf } from './number-of.ts';

/** `gainsay audit <file…>`: weights that a framework wrote. */
export function addAudit(program: Command, exit: (code: number) => void): void {
  program
    .command('audit')
    .summary('say of weights in files what they were drawn from')
    .description(
      'say of each tensor that a framework wrote what law it was drawn from, and what follows; gate it by what you expect',
    )
    .argument(
      '<file...>',
      ".safetensors, .npy, .npz, TensorFlow.js's model.json, or the .safetensors.index.json of a checkpoint in shards",
    )
    .addOption(
      new Option(
        '--layout <name>',
        'how weights are laid out: torch (out, in, k…), tf (k…, in, out); by the kind of file, if left out',
      ).choices(['torch', 'tf']),
    )
    .option('--activation <name...>', 'what weights feed: relu, or pattern=relu for those whose names are of a pattern')
    .option('--expect <file>', 'hold the tensors against what this file expects of them')
    .option('--write-expectations <file>', 'write what was found as a first such file')
    .addOption(
      new Option('--alpha <number>', 'the probability that a tensor loses the name of its law; 1e-9, if left out').argParser(
        (text) => numberOf('--alpha', text),
      ),
    )
    .addOption(new Option('--out <folder>', 'where the report goes').default('reports/audit').env('GAINSAY_OUT'))
    .addOption(jsonFlag("the audit's record"))
    .addOption(new Option('--quiet', 'no progress, no table, and nothing of a tensor that is as it should be').default(false))
    .addHelpText(
      'after',
      "\nExamples:\n  gainsay audit model.safetensors --activation relu\n  gainsay audit model.safetensors.index.json --activation gelu 'head*=linear'\n  gainsay audit model.safetensors --write-expectations model.expect.json\n  gainsay audit model.safetensors --expect model.expect.json",
    )
    .action(async (files: string[], flags: AuditFlags) => {
      if (flags.expect !== undefined && flags.writeExpectations !== undefined)
        throw new ParameterError('--write-expectations', 'given without --expect', flags.writeExpectations);
      exit(await auditFiles(files, flags));
    });
}
