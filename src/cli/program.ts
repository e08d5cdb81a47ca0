import { Command } from 'commander';
import { version } from '../version.ts';
import { addDraw } from './draw.ts';
import { EXIT } from './exit.ts';
import { addMerge } from './merge.ts';
import { addPhase } from './phase.ts';
import { addReplay } from './replay.ts';
import { addReport } from './report.ts';
import { addSweep } from './sweep.ts';
import { addTheory } from './theory.ts';
import { addVerify } from './verify.ts';

/** Runs the command line and returns its exit code. */
export async function program(argv: readonly string[]): Promise<number> {
  const command = new Command('gainsay')
    .description('Puts claims about populations of random networks to the test, each verdict at a declared error rate.')
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nExamples:\n  gainsay theory tanh --sigma-w 1.5 --sigma-b 0.1\n  gainsay phase gelu --sigma-w 0.5..2.5',
    )
    .addHelpText('after', '\nExit codes: 0 supported or done, 1 refuted or undecided, 2 usage, input or engine, 130 Ctrl-C.');
  let code: number = EXIT.done;
  const exit = (result: number) => {
    code = result;
  };
  addVerify(command, exit);
  addReport(command);
  addReplay(command, exit);
  addDraw(command);
  addTheory(command);
  addPhase(command);
  addSweep(command);
  addMerge(command);
  await command.parseAsync(argv);
  return code;
}
