import { type Command, Option } from 'commander';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import {
  type Initializer,
  type InitializerOptions,
  initializerNamed,
  initializerNames,
  type Law,
  type Shape,
  weight,
} from '../init/index.ts';
import { ParameterError } from '../parameter.ts';
import { type Source, Stream, TorchGenerator } from '../random/index.ts';
import { type Interval, meanSquare } from '../stats/index.ts';
import { jsonFlag, type JsonFlag, seedFlag, type SeedFlag } from './flags.ts';

type DrawFlags = JsonFlag & SeedFlag & InitializerOptions & { generator: 'torch' | 'gainsay' };

/** Error rate of the interval for the std. */
const ALPHA = 1e-6;

/** `gainsay draw <init> <shape>`: one draw of an initializer, with the law that it claims and an interval for its std. */
export function addDraw(program: Command): void {
  const number = (flag: string, what: string) => new Option(`--${flag} <number>`, what).argParser((text) => numberOf(flag, text));
  program
    .command('draw')
    .summary('draw one weight, and print it beside its law')
    .description('draw one weight, and print its values, its law and an interval for its std')
    .argument('<init>', `an initializer by PyTorch's name or ours: ${initializerNames.join(', ')}`)
    .argument('<shape>', 'such as 256x256, or 64x3x3x3 for a convolution: (out, in, …kernel)')
    .addOption(seedFlag('an integer for torch, any text for gainsay'))
    .addOption(
      new Option('--generator <name>', "PyTorch's own numbers, or our streams'").choices(['torch', 'gainsay']).default('gainsay'),
    )
    .addOption(number('gain', 'of the Xavier initializers and orthogonal_'))
    .addOption(new Option('--mode <name>', 'of the Kaiming initializers: fan_in or fan_out'))
    .addOption(new Option('--nonlinearity <name>', 'of the Kaiming initializers, as calculate_gain names it'))
    .addOption(number('a', 'lower bound of uniform_ and trunc_normal_; slope of the Kaiming initializers'))
    .addOption(number('b', 'upper bound of uniform_ and trunc_normal_'))
    .addOption(number('mean', 'of normal_ and trunc_normal_'))
    .addOption(number('std', 'of normal_, trunc_normal_ and sparse_'))
    .addOption(number('val', 'of constant_'))
    .addOption(number('sparsity', 'of sparse_: the share of zeros in each column'))
    .addOption(number('groups', 'of dirac_'))
    .addOption(jsonFlag('the whole draw'))
    .action((name: string, text: string, { json, seed, generator, ...options }: DrawFlags) => {
      const init = initializerNamed(name, options);
      const shape = shapeOf(text);
      const source: Source = generator === 'torch' ? new TorchGenerator(seed) : new Stream(seed, 'draw');
      const values = weight(init, shape, source);
      const law = init.law(shape);
      const std = {
        estimate: values.length > 1 ? sampleStandardDeviation(Array.from(values)) : null,
        interval: intervalOf(values, law),
      };
      for (const warning of init.warnings?.(shape) ?? []) console.error(`gainsay: ${warning}`);
      const { family, mean: centre, std: claimed, kurtosis } = law;
      if (json) {
        const drawn = {
          init: name,
          shape,
          seed,
          options: { ...options, generator },
          values: Array.from(values),
          law: { family, mean: centre, std: claimed, kurtosis },
          std,
        };
        // JSON has no word for what is not finite: it is a text, as in every record.
        console.log(
          JSON.stringify(drawn, (_, value: unknown) =>
            typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
          ),
        );
      } else console.log(shown(init, text, seed, generator, values, law, std));
    });
}

function numberOf(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || (Number.isNaN(value) && text !== 'NaN')) throw new ParameterError(`--${flag}`, 'a number', text);
  return value;
}

/** More entries than this are no draw to look at, and would not fit into memory as text. */
const MOST = 2 ** 26;

/** `256x256` as [256, 256]. */
function shapeOf(text: string): Shape {
  if (!/^\d+(x\d+)*$/.test(text)) throw new ParameterError('shape', 'integers joined by x, such as 256x256', text);
  const shape = text.split('x').map(Number);
  if (shape.reduce((product, size) => product * size) > MOST)
    throw new ParameterError('shape', `one of at most ${MOST} entries`, text);
  return shape;
}

/** With fewer weights than this, an interval that rests on the central limit theorem says that it is approximate. */
const MANY = 1000;

/** Interval for the std; null for a law whose weights are not independent, or all the same. */
function intervalOf(values: Float32Array, { family, mean: centre, std, kurtosis }: Law): Interval | null {
  if (!['normal', 'uniform', 'truncated normal'].includes(family) || !(std > 0) || values.length < 2) return null;
  const squares = Array.from(values, (value) => ((value - centre) / std) ** 2);
  const { interval } = meanSquare(squares, kurtosis, ALPHA);
  return {
    lo: std * Math.sqrt(Math.max(0, interval.lo)),
    hi: std * Math.sqrt(interval.hi),
    method: values.length < MANY ? `${interval.method}, approximate` : interval.method,
  };
}

/** How many values are shown at either end. */
const SHOWN = 6;

function shown(
  init: Initializer,
  shape: string,
  seed: string,
  generator: string,
  values: Float32Array,
  law: Law,
  { estimate, interval }: { estimate: number | null; interval: Interval | null },
): string {
  const numbers = (some: Float32Array) => Array.from(some, (value) => value.toPrecision(9)).join('  ');
  const digits = (value: number) => String(Number(value.toPrecision(6)));
  return [
    `${init.name} of ${shape}, seed ${seed}, generator ${generator}`,
    `first  ${numbers(values.subarray(0, SHOWN))}`,
    ...(values.length > SHOWN ? [`last   ${numbers(values.subarray(Math.max(SHOWN, values.length - SHOWN)))}`] : []),
    ...(values.length > 0 ? [`mean   ${digits(mean(Array.from(values)))}`] : []),
    ...(estimate === null
      ? []
      : [
          `std    ${digits(estimate)}${interval ? `, in [${digits(interval.lo)}, ${digits(interval.hi)}] at α = ${ALPHA} (${interval.method})` : ''}`,
        ]),
    `law    ${law.family}, mean ${digits(law.mean)}, std ${digits(law.std)}`,
  ].join('\n');
}
