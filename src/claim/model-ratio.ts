import { mean } from 'simple-statistics';
import { type Activation, elu, gelu, geluTanh, linear, relu, selu, sigmoid, silu, softplus, tanh } from '../activation/index.ts';
import type { ModelTrace, TracedLayer } from '../network/index.ts';
import { student } from '../stats/index.ts';
import { type Aim, aimedVariance } from './aim.ts';
import type { FoundRatio } from './variance-ratio.ts';

/** Most networks that are looked at: a kernel's std is known well from a few. */
const NETWORKS = 16;

/** Error rate of the interval for the ratio: the weights themselves are looked at, and it is narrow all the same. */
const ALPHA = 1e-6;

/** Layers whose ratios differ by less, as a factor, share a mistake; and below it there is none. */
const ALIKE: number = Math.log(1.05);

/** How many standard errors of a small kernel's variance are not taken for a mistake. */
const BEYOND = 5;

/** TensorFlow.js's names of activations, and its layers that are one, without case and underscores. */
const ACTIVATIONS: Readonly<Record<string, Activation>> = {
  linear,
  relu,
  elu: elu(),
  selu,
  tanh,
  sigmoid,
  softplus,
  gelu,
  gelunew: geluTanh,
  swish: silu,
  silu,
};

/**
 * fan_in·Var(w) of a model's kernels over the one that mean field asks for at each, by the activation that follows it: of all of them, or,
 * where some stand out, of those that are furthest off. Undefined where no layer has an activation that is known.
 *
 * The layers of the model's last depth are left out: their size is the task's.
 */
export function modelRatio(traces: readonly ModelTrace[], aim: Aim): FoundRatio | undefined {
  const [{ layers }] = traces;
  const end = Math.max(...layers.filter(({ head }) => head).map(({ depth }) => depth));
  const kernels = layers.flatMap((layer, index): Kernel[] => {
    const activation = layer.depth < end && layer.fans && layer.kind !== 'Embedding' ? activationAfter(layers, index) : null;
    const needed = activation && aimedVariance(activation, aim);
    return needed && layer.fans ? [{ index, name: layer.name, ...layer.fans, needed }] : [];
  });
  const seen = traces.slice(0, NETWORKS);
  const lnRatio = ({ kernelStd }: ModelTrace, { index, fanIn, needed }: Kernel) =>
    Math.log((fanIn * kernelStd[index] ** 2) / needed);
  const lnRatios = kernels.map((kernel) => mean(seen.map((trace) => lnRatio(trace, kernel))));
  const group = standingOut(kernels, lnRatios, seen.length);
  if (group.length === 0 || seen.length < 2) return undefined;
  const logs = seen.map((trace) => mean(group.map((kernel) => lnRatio(trace, kernel))));
  if (!logs.every(Number.isFinite)) return undefined;
  const { estimate, interval } = student(logs, ALPHA);
  return {
    ratio: Math.exp(estimate),
    lo: Math.exp(interval.lo),
    hi: Math.exp(interval.hi),
    needed: group[0].needed,
    keeps: aim.keeps,
    layers: group,
    model: {
      where: group.length < kernels.length ? group.map(({ name }) => name) : null,
      adds: layers.filter(({ kind }) => kind === 'Add').length,
    },
  };
}

interface Kernel {
  readonly index: number;
  readonly name: string;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly needed: number;
}

/** All kernels, where none is off; else those that share the largest mistake. */
function standingOut(kernels: readonly Kernel[], lnRatios: readonly number[], networks: number): readonly Kernel[] {
  const off = (i: number) => {
    const { fanIn, fanOut } = kernels[i];
    // Var ln s² of normal weights is 2 over their number; of filters it is less than that of fan_in.
    const standardError = Math.sqrt(2 / (Math.max(fanIn, fanOut) * networks));
    return Math.abs(lnRatios[i]) > Math.max(ALIKE, BEYOND * standardError);
  };
  const wrong = kernels.flatMap((_, i) => (off(i) ? [i] : []));
  if (wrong.length === 0) return kernels;
  const worst = wrong.reduce((a, b) => (Math.abs(lnRatios[b]) > Math.abs(lnRatios[a]) ? b : a));
  return wrong.filter((i) => Math.abs(lnRatios[i] - lnRatios[worst]) < ALIKE).map((i) => kernels[i]);
}

/** The layer's own activation, or that of a layer between its kernel and the next; null for one that we do not know. */
function activationAfter(layers: readonly TracedLayer[], index: number): Activation | null {
  const { depth } = layers[index];
  const between = layers.slice(index).filter((layer) => layer.depth === depth);
  const [name = 'linear'] = between.flatMap(({ activation }) => (activation === null ? [] : [plain(activation)]));
  return Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : null;
}

const plain = (name: string) => name.toLowerCase().replaceAll('_', '');
