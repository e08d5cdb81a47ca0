import { both, type Text } from '../claim/index.ts';
import { calculateGain } from '../init/index.ts';
import type { Identity } from './identity.ts';
import type { Measurement } from './measure.ts';
import type { SchemeRecord } from './record.ts';
import type { Sample } from './sample.ts';

/** Of no numbers, or of none that is finite. */
export function nothing(sample: Sample, empty: boolean): Identity {
  const law = empty ? both('no numbers', '没有数') : both('no finite number', '没有有限的数');
  return { family: empty ? 'empty' : 'none', law, schemes: [], mistakes: [], std: certain(Number.NaN), cdf: null, sample };
}

const certain = (estimate: number): Identity['std'] => ({
  estimate,
  interval: { lo: estimate, hi: estimate, method: 'exact' },
});

const exactScheme = (name: string, meaning: Text, std: number): SchemeRecord => ({
  name,
  meaning,
  std,
  distance: 0,
  critical: 0,
});

/** Of one number. */
export function constant(value: number, sample: Sample): Identity {
  const name = value === 0 ? 'zeros_' : value === 1 ? 'ones_' : `constant_(${value})`;
  const law = both(`all ${value}`, `全为 ${value}`);
  return { family: 'constant', law, schemes: [exactScheme(name, law, 0)], mistakes: [], std: certain(0), cdf: null, sample };
}

/** Of `eye_` and `dirac_`. */
export function unitKernel(rank: number, { variance }: Measurement, sample: Sample): Identity {
  const [family, name] = rank === 2 ? (['identity', 'eye_'] as const) : (['dirac', 'dirac_'] as const);
  const law = both('passes its inputs on', '把输入原样传下去');
  const std = Math.sqrt(variance);
  return { family, law, schemes: [exactScheme(name, law, std)], mistakes: [], std: certain(std), cdf: null, sample };
}

const GAINS: readonly (readonly [string, number])[] = [
  ['', 1],
  ['(gain=√2)', calculateGain('relu')],
  ['(gain=5/3)', calculateGain('tanh')],
];

/** Of orthonormal rows or columns, the longer of which has `length` entries. */
export function orthogonal(gain: number, length: number, sample: Sample): Identity {
  const std = gain / Math.sqrt(length);
  const law = both(`orthogonal, of gain ${digits(gain)}`, `正交，增益 ${digits(gain)}`);
  const meaning = both('orthonormal rows or columns, times the gain', '正交归一的行或列，乘以增益');
  const schemes = GAINS.filter(([, known]) => Math.abs(gain / known - 1) < 1e-3).map(([name]) =>
    exactScheme(`orthogonal_${name}`, meaning, std),
  );
  return { family: 'orthogonal', law, schemes, mistakes: [], std: certain(std), cdf: null, sample };
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
