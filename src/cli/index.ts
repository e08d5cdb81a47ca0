import { CommanderError } from 'commander';
import { EngineError } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { EXIT } from './exit.ts';
import { program } from './program.ts';

// A reader that has seen enough (`gainsay verify | head`) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  process.exitCode = await program(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what it had to say; help and the version are no errors.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else if (error instanceof ParameterError || error instanceof EngineError) {
    console.error(`gainsay: ${error.message}`);
    process.exitCode = EXIT.usage;
  } else throw error;
}
