import { ParameterError } from '../parameter.ts';
import { constant } from './constant.ts';
import { dirac } from './dirac.ts';
import { eye } from './eye.ts';
import type { Initializer } from './initializer.ts';
import type { KaimingOptions } from './kaiming.ts';
import { kaimingNormal } from './kaiming-normal.ts';
import { kaimingUniform } from './kaiming-uniform.ts';
import { normal } from './normal.ts';
import { ones } from './ones.ts';
import { orthogonal } from './orthogonal.ts';
import { sparse } from './sparse.ts';
import { truncNormal } from './trunc-normal.ts';
import { uniform } from './uniform.ts';
import { xavierNormal } from './xavier-normal.ts';
import { xavierUniform } from './xavier-uniform.ts';
import { zeros } from './zeros.ts';

/** What the functions of `torch.nn.init` take between them; `a` is a bound, or for Kaiming's two the slope. */
export interface InitializerOptions {
  a?: number | undefined;
  b?: number | undefined;
  mean?: number | undefined;
  std?: number | undefined;
  val?: number | undefined;
  gain?: number | undefined;
  mode?: string | undefined;
  nonlinearity?: string | undefined;
  slope?: number | undefined;
  groups?: number | undefined;
  sparsity?: number | undefined;
}

type Option = keyof InitializerOptions;

/** The options that were given. */
type Given = { [K in Option]?: NonNullable<InitializerOptions[K]> };

interface Entry {
  readonly takes: readonly Option[];
  /** Those of them that have no default. */
  readonly needs?: readonly Option[];
  readonly make: (given: Given) => Initializer;
}

const KAIMING = ['a', 'slope', 'mode', 'nonlinearity'] as const;
const kaiming = ({ a, ...given }: Given): KaimingOptions => ({ ...(a !== undefined && { slope: a }), ...given });

/** By PyTorch's names, in the order of its documentation. */
const REGISTRY: Record<string, Entry> = {
  uniform_: {
    takes: ['a', 'b'],
    make: ({ a, b }) => uniform({ ...(a !== undefined && { low: a }), ...(b !== undefined && { high: b }) }),
  },
  normal_: { takes: ['mean', 'std'], make: normal },
  constant_: { takes: ['val'], needs: ['val'], make: ({ val }) => constant({ val: val! }) },
  ones_: { takes: [], make: ones },
  zeros_: { takes: [], make: zeros },
  eye_: { takes: [], make: eye },
  dirac_: { takes: ['groups'], make: dirac },
  xavier_uniform_: { takes: ['gain'], make: xavierUniform },
  xavier_normal_: { takes: ['gain'], make: xavierNormal },
  kaiming_uniform_: { takes: KAIMING, make: (given) => kaimingUniform(kaiming(given)) },
  kaiming_normal_: { takes: KAIMING, make: (given) => kaimingNormal(kaiming(given)) },
  trunc_normal_: { takes: ['mean', 'std', 'a', 'b'], make: truncNormal },
  orthogonal_: { takes: ['gain'], make: orthogonal },
  sparse_: {
    takes: ['sparsity', 'std'],
    needs: ['sparsity'],
    make: ({ sparsity, ...given }) => sparse({ sparsity: sparsity!, ...given }),
  },
};

/** The names that PyTorch has for them. */
export const initializerNames: readonly string[] = Object.keys(REGISTRY);

/**
 * The initializer of a name, PyTorch's (`xavier_uniform_`, `xavier_uniform`) or ours (`xavierUniform`), with PyTorch's defaults.
 *
 * @throws ParameterError for a name or an option that there is not, for one that is missing, and for values that are refused.
 */
export function initializerNamed(name: string, options: InitializerOptions = {}): Initializer {
  const known = initializerNames.find((each) => [each, each.slice(0, -1), camel(each)].includes(name));
  if (known === undefined) throw new ParameterError('initializer', `one of ${initializerNames.join(', ')}`, name);
  const { takes, needs = [], make } = REGISTRY[known];
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given;
  for (const option of Object.keys(given)) {
    if (!(takes as readonly string[]).includes(option)) {
      throw new ParameterError(
        `an option of ${known}`,
        takes.length === 0 ? 'none at all' : `one of ${takes.join(', ')}`,
        option,
      );
    }
  }
  for (const option of needs)
    if (given[option] === undefined) throw new ParameterError(`${option} of ${known}`, 'given', undefined);
  return make(given);
}

const camel = (name: string) => name.slice(0, -1).replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
