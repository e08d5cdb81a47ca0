import { ModelError } from './model-error.ts';
import { shortened } from './topology-config.ts';

type Rule = readonly [rule: string, fine: (value: unknown) => boolean];

const isNumber = (value: unknown): value is number => typeof value === 'number';

const ANY: Rule = ['a number', isNumber];
const NOT_NEGATIVE: Rule = ['a number ≥ 0', (value) => isNumber(value) && value >= 0];
const POSITIVE: Rule = ['a number > 0', (value) => isNumber(value) && value > 0];

/** Kernels, windows and steps are at most this long: what is padded by them would fill the memory. */
const LONGEST = 2 ** 12;

const within = (least: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= LONGEST;
const each = (fine: (value: unknown) => boolean) => (value: unknown) => [value].flat(2).every(fine);

const STEPS: Rule = [`whole numbers from 1 to ${LONGEST}`, each(within(1))];
const MARGINS: Rule = [
  `a text, or whole numbers from 0 to ${LONGEST}`,
  (value) => typeof value === 'string' || each(within(0))(value),
];

/** What must be a number, or a text, wherever it stands in a config: TensorFlow.js tries others, and may never end. */
const RULES: Readonly<Record<string, Rule>> = {
  mean: ANY,
  minval: ANY,
  maxval: ANY,
  gain: ANY,
  rate: ANY,
  alpha: ANY,
  momentum: ANY,
  scale: POSITIVE,
  stddev: NOT_NEGATIVE,
  units: NOT_NEGATIVE,
  filters: NOT_NEGATIVE,
  inputDim: NOT_NEGATIVE,
  outputDim: NOT_NEGATIVE,
  epsilon: NOT_NEGATIVE,
  n: NOT_NEGATIVE,
  depthMultiplier: NOT_NEGATIVE,
  kernelSize: STEPS,
  poolSize: STEPS,
  strides: STEPS,
  dilationRate: STEPS,
  padding: MARGINS,
  cropping: MARGINS,
  dtype: ['a text, as Keras 2 has it', (value) => typeof value === 'string'],
};

/**
 * Walks through a config as TensorFlow.js reads it, before anything is made of it.
 *
 * @throws ModelError for a number that is none, or absurd, and says where.
 */
export function checkNumbers(config: unknown, name: string, path = ''): void {
  if (typeof config !== 'object' || config === null) return;
  for (const [key, value] of Object.entries(config)) {
    const at = `${path}/${key}`;
    // Batch normalisation has a flag of this name.
    const isFlag = typeof value === 'boolean' && key === 'scale';
    if (Object.hasOwn(RULES, key) && value !== null && !isFlag) {
      const [rule, fine] = RULES[key];
      if (!fine(value))
        throw new ModelError(`${name}: ${shortened(at)} must be ${rule}; got ${shortened(JSON.stringify(value))}`);
    }
    checkNumbers(value, name, at);
  }
}
