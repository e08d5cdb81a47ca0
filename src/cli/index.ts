import { CommanderError } from 'commander';
import { CheckpointError } from '../checkpoint/index.ts';
import { EngineError, ModelError } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { EXIT } from './exit.ts';
import { program } from './program.ts';

// A reader that has seen enough (`gainsay verify | head`) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

/** Errors that are told in one line: usage, input or engine. */
const REFUSALS = [ParameterError, EngineError, ModelError, CheckpointError];

try {
  process.exitCode = await program(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what it had to say; help and the version are no errors.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else if (REFUSALS.some((kind) => error instanceof kind)) {
    console.error(`gainsay: ${(error as Error).message}`);
    process.exitCode = EXIT.usage;
  } else throw error;
}
