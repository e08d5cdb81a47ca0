import type { Activation } from '../activation/index.ts';
import { both } from '../claim/index.ts';
import { gain as gainFor } from '../theory/index.ts';
import { patternOf } from './pattern.ts';
import type { FindingRecord, TensorRecord } from './record.ts';

/** How far a gain may be from the one that an activation needs: PyTorch's for tanh is 5/3, and theory's 1.59. */
const ALLOWED = 0.1;

/** A weight and the activation that it feeds. */
export interface Fed {
  readonly record: TensorRecord;
  readonly activation: Activation | null;
}

/** Weights whose gain is not the one that the activation they feed needs; those whose names differ in their numbers only, together. */
export function gainsOff(fed: readonly Fed[]): FindingRecord[] {
  const groups = new Map<string, { activation: Activation; tensors: TensorRecord[] }>();
  for (const { record, activation } of fed) {
    if (!activation || !isOff(record, gainFor(activation))) continue;
    const key = `${activation.name} ${patternOf(record.name)}`;
    const { tensors } = groups.get(key) ?? { tensors: [] };
    groups.set(key, { activation, tensors: [...tensors, record] });
  }
  return [...groups.values()].map(({ activation, tensors }) => finding(activation, tensors));
}

function isOff({ gain }: TensorRecord, needed: number): boolean {
  if (!gain) return false;
  const { lo, hi } = gain.interval;
  return Number(hi) < needed * (1 - ALLOWED) || Number(lo) > needed * (1 + ALLOWED);
}

function finding(activation: Activation, tensors: readonly TensorRecord[]): FindingRecord {
  const needed = gainFor(activation);
  const gains = tensors.map(({ gain }) => Number(gain?.estimate));
  const [least, greatest] = [Math.min(...gains), Math.max(...gains)];
  const is = gains.length === 1 ? digits(least) : `${digits(least)}…${digits(greatest)}`;
  const factor = digits(needed / Math.sqrt(least * greatest));
  return {
    kind: 'gain',
    severity: 'note',
    file: tensors[0].file,
    tensors: tensors.map(({ name }) => name),
    says: both(
      `the gain is ${is}, and ${activation.name} needs ${digits(needed)}`,
      `增益为 ${is}，而 ${activation.name} 需要 ${digits(needed)}`,
    ),
    ...(least > 0 && {
      advice: both(
        `multiply the std by ${factor}, if nothing else (normalisation, a residual stream) keeps the scale`,
        `若没有别的机制（归一化、残差流）保持尺度，则将标准差乘以 ${factor}`,
      ),
    }),
  };
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
