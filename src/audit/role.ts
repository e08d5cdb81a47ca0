import type { TensorRecord } from './record.ts';

const EMBEDDING = /(?:^|[._/])(?:wte|wpe|\w*emb(?:ed(?:ding)?s?)?)(?:[._/]|$)/i;

/** What a tensor is for, by its rank and its name. */
export function roleOf(name: string, shape: readonly number[]): TensorRecord['role'] {
  if (shape.length < 2) return 'vector';
  return shape.length === 2 && EMBEDDING.test(name) ? 'embedding' : 'weight';
}

const BIAS = /(?:^|[._/])(?:bias|b)$/i;

/** Whether a vector is a bias; the others scale, or normalise. */
export const isBias = (name: string): boolean => BIAS.test(name);

/** The weight that a bias stands beside, by its name: `fc1.weight` of `fc1.bias`, `dense/kernel` of `dense/bias`. */
export function weightsBeside(name: string): readonly string[] {
  const [stem, separator] = [name.replace(BIAS, ''), /[._/]/.exec(name.slice(-5))?.[0] ?? '.'];
  const of = (last: string) => (stem === '' ? last : `${stem}${separator}${last}`);
  return ['weight', 'kernel', 'w', 'W'].map(of);
}

const MIXES = /attn|attention|(?:^|[._/])[qkv]_?(?:proj)?(?:[._/]|$)|query|key|value/i;

/** Whether a weight is a part of attention, through which no signal goes as through one layer after the other. */
export const isAttention = (name: string): boolean => MIXES.test(name);
