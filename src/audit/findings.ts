import type { Activation } from '../activation/index.ts';
import { both } from '../claim/index.ts';
import { gain as gainFor } from '../theory/index.ts';
import type { DeadLines } from './dead-lines.ts';
import type { FindingRecord, TensorRecord } from './record.ts';

/** What one tensor shows that is wrong, or worth a look. */
export function findingsOf(tensor: TensorRecord, dead: DeadLines | null, activation: Activation | null): FindingRecord[] {
  return [...nonFinite(tensor), ...lifeless(tensor, dead), ...mistaken(tensor), ...gainOff(tensor, activation)];
}

/** What is wrong with a tensor of which nothing is expected is worth a look, and no error. */
export const noted = (finding: FindingRecord): FindingRecord => ({ ...finding, severity: 'note' });

function nonFinite({ name, nan, infinite }: TensorRecord): FindingRecord[] {
  if (nan + infinite === 0) return [];
  return [
    {
      kind: 'non-finite',
      severity: 'error',
      tensors: [name],
      says: both(`has ${nan} NaN and ${infinite} infinite numbers`, `有 ${nan} 个 NaN 和 ${infinite} 个无穷大`),
    },
  ];
}

/** Families in which whole rows and columns of zeros are meant, or come by chance. */
const MEANT: ReadonlySet<string> = new Set<TensorRecord['family']>(['identity', 'dirac', 'sparse']);

function lifeless({ name, role, family }: TensorRecord, dead: DeadLines | null): FindingRecord[] {
  if (!dead || dead.outputs + dead.inputs === 0 || MEANT.has(family)) return [];
  // A row of zeros is how a padding's embedding is kept out.
  const severity = role === 'embedding' ? 'note' : 'error';
  return [
    {
      kind: 'dead',
      severity,
      tensors: [name],
      says: both(
        `has ${dead.outputs} units that nothing enters and ${dead.inputs} inputs that nothing takes: all their weights are 0`,
        `有 ${dead.outputs} 个没有输入的单元和 ${dead.inputs} 个无人使用的输入：权值全为 0`,
      ),
    },
  ];
}

/** A mistake is one where no law that is drawn on purpose fits. */
function mistaken({ name, schemes }: TensorRecord): FindingRecord[] {
  const [first] = schemes;
  if (!first?.mistake) return [];
  const alike = schemes.map((scheme) => scheme.name).join(', or ');
  return [
    {
      kind: 'mistake',
      severity: 'error',
      tensors: [name],
      says: both(`${first.mistake.en} (${alike})`, `${first.mistake.zh}（${alike}）`),
    },
  ];
}

/** How far a gain may be from the one that an activation needs: PyTorch's for tanh is 5/3, and theory's 1.59. */
const ALLOWED = 0.1;

function gainOff({ name, gain }: TensorRecord, activation: Activation | null): FindingRecord[] {
  if (!gain || !activation) return [];
  const needed = gainFor(activation);
  const { lo, hi } = gain.interval;
  if (Number(hi) >= needed * (1 - ALLOWED) && Number(lo) <= needed * (1 + ALLOWED)) return [];
  const [is, needs] = [digits(Number(gain.estimate)), digits(needed)];
  return [
    {
      kind: 'gain',
      severity: 'note',
      tensors: [name],
      says: both(
        `has the gain ${is}, and ${activation.name} needs ${needs}`,
        `增益为 ${is}，而 ${activation.name} 需要 ${needs}`,
      ),
      advice: both(
        `multiply its std by ${digits(needed / Number(gain.estimate))}, if nothing else (normalisation, a residual stream) keeps the scale`,
        `若没有别的机制（归一化、残差流）保持尺度，则将其标准差乘以 ${digits(needed / Number(gain.estimate))}`,
      ),
    },
  ];
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
