import { Command } from 'commander';
import { version } from '../version.ts';
import { addAudit } from './audit.ts';
import { addCheck } from './check.ts';
import { addDraw } from './draw.ts';
import { EXIT } from './exit.ts';
import { addLearn } from './learn.ts';
import { addMerge } from './merge.ts';
import { addPhase } from './phase.ts';
import { addReplay } from './replay.ts';
import { addReport } from './report.ts';
import { addSweep } from './sweep.ts';
import { addTheory } from './theory.ts';
import { addVerify } from './verify.ts';

/** Runs the command line and returns its exit code. */
export async function program(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  await commands((result) => {
    code = result;
  }).parseAsync(argv);
  return code;
}

/** All commands, their arguments and flags; `exit` is told the code of one that ends with another than 0. */
export function commands(exit: (code: number) => void): Command {
  const command = new Command('gainsay')
    .description('Puts claims about populations of random networks to the test, each verdict at a declared error rate.')
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, subcommandTerm })
    .addHelpText(
      'after',
      '\nExamples:\n  gainsay theory tanh --sigma-w 1.5 --sigma-b 0.1\n  gainsay phase gelu --sigma-w 0.5..2.5',
    )
    .addHelpText('after', '\nExit codes: 0 supported or done, 1 refuted or undecided, 2 usage, input or engine, 130 Ctrl-C.');
  command.commandsGroup('Networks put to the test:');
  addVerify(command, exit);
  addCheck(command, exit);
  addAudit(command, exit);
  addReport(command);
  command.commandsGroup('To learn by:');
  addLearn(command, exit);
  command.commandsGroup('What theory says of them:');
  addTheory(command);
  addPhase(command);
  command.commandsGroup('Many networks measured:');
  addSweep(command);
  addMerge(command);
  command.commandsGroup("As PyTorch's generator draws:");
  addReplay(command, exit);
  addDraw(command);
  command.commandsGroup('Help:').helpCommand('help [command]', "a command's own flags and examples");
  return command;
}

/** A command in the list of all: one line each, so its flags are left to its own help. */
function subcommandTerm(command: Command): string {
  const args = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...args].join(' ');
}
