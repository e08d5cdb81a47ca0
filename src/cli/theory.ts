import { type Command, Option } from 'commander';
import { type Activation, activationNames } from '../activation/index.ts';
import { nonNegative, ParameterError, positive } from '../parameter.ts';
import { gain } from '../theory/index.ts';
import { activationFlags, type ActivationFlags, activationOf } from './activation-flags.ts';
import { jsonFlag, type JsonFlag, seedFlag, type SeedFlag } from './flags.ts';
import { numberOf } from './number-of.ts';
import { analyse } from './theory-analysis.ts';
import type { Asked } from './theory-asked.ts';
import { theoryJson } from './theory-json.ts';
import { theoryText } from './theory-text.ts';

interface TheoryFlags extends ActivationFlags, JsonFlag, SeedFlag {
  sigmaW?: number;
  sigmaB?: number;
  gain?: number;
  width: number;
  depth: number;
  spread: number;
}

/** `gainsay theory <activation>`: what mean field, and its corrections for a finite width, say of some networks. */
export function addTheory(program: Command): void {
  const command = program
    .command('theory')
    .summary('what theory says of deep networks of an activation')
    .description('print what theory says of deep networks: fixed points, phase, depth scales, and the std of each layer')
    .argument('<activation>', `by PyTorch's name: ${activationNames.join(', ')}`)
    .addOption(option('--sigma-w', 'weights have the variance σ_w²/width; the gain, if left out'))
    .addOption(option('--sigma-b', 'biases have the variance σ_b²; 0, if left out'))
    .addOption(option('--gain', 'short for --sigma-w <x> --sigma-b 0').conflicts(['sigmaW', 'sigmaB']))
    .addOption(option('--width', 'units in a layer').default(256))
    .addOption(option('--depth', 'layers').default(100))
    .addOption(option('--spread', 'a factor: the width that keeps 98% of networks within it').default(2));
  for (const flag of activationFlags()) command.addOption(flag);
  command
    .addOption(seedFlag('draws the networks whose percentiles are printed'))
    .addOption(jsonFlag('the whole analysis, every layer of it,'))
    .addHelpText('after', '\nExample: gainsay theory tanh --sigma-w 1.5 --sigma-b 0.1 --depth 200')
    .action(async (name: string, flags: TheoryFlags) => {
      const activation = activationOf(name, flags);
      const analysis = await analyse(activation, askedBy(activation, flags), flags.seed);
      console.log(flags.json ? theoryJson(analysis) : theoryText(analysis));
    });
}

function option(flag: string, what: string): Option {
  return new Option(`${flag} <number>`, what).argParser((text) => numberOf(flag, text));
}

/** Each layer takes a millisecond or so. */
const DEEPEST = 10_000;

/** Each flag, refused by its own name. */
function askedBy(activation: Activation, flags: TheoryFlags): Asked {
  const { width, depth, spread } = flags;
  if (!Number.isSafeInteger(width) || width < 2) throw new ParameterError('--width', 'an integer of at least 2', width);
  if (!Number.isSafeInteger(depth) || depth < 1 || depth > DEEPEST)
    throw new ParameterError('--depth', `an integer from 1 to ${DEEPEST}`, depth);
  if (!(spread > 1)) throw new ParameterError('--spread', 'a factor above 1', spread);
  const sigmaW =
    flags.gain === undefined ? positive('--sigma-w', flags.sigmaW ?? gain(activation)) : positive('--gain', flags.gain);
  return { sigmaW, sigmaB: nonNegative('--sigma-b', flags.sigmaB ?? 0), width, depth, spread };
}
