import type { Activation } from '../activation/index.ts';
import { ParameterError } from '../parameter.ts';
import {
  type CriticalPoint,
  depthScales,
  edgeOfChaos,
  type FixedPoint,
  fixedPoints,
  gain,
  phaseAt,
  type PhasePoint,
  widthFor,
} from '../theory/index.ts';
import { correlationAt } from './correlation-at.ts';
import type { Seed } from '../random/index.ts';
import { pytorchGain } from './pytorch-gain.ts';
import { sampledLayers } from './sampled-layers.ts';
import type { Asked } from './theory-asked.ts';
import { type LayerTheory, layersTheory } from './theory-layers.ts';

/** Where two inputs go, and over how many layers; what there is none of is null. */
interface Scales {
  readonly c: number | null;
  readonly xiQ: number | null;
  readonly xiC: number | null;
  readonly xiGradient: number | null;
  readonly trainable: number | null;
}

/** What theory says of some networks. */
export interface TheoryAnalysis extends Asked, Scales, Omit<PhasePoint, 'sigmaW' | 'sigmaB'> {
  readonly activation: Activation;
  readonly fixedPoints: readonly FixedPoint[];
  readonly gain: { readonly integral: number; readonly pytorch: number | null };
  /** The edge of chaos at this σ_b. */
  readonly edge: CriticalPoint | null;
  readonly widthFor: number | null;
  readonly layers: readonly LayerTheory[];
  /** The networks whose percentiles the layers show; null where they are theory's, and `reasons` says which. */
  readonly sampled: { readonly networks: number; readonly seed: Seed } | null;
  /** Why what is null is null. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** All of it. The input is one vector of second moment 1; `seed` draws the networks whose percentiles are taken. */
export async function analyse(activation: Activation, asked: Asked, seed: Seed): Promise<TheoryAnalysis> {
  const { sigmaW, sigmaB, depth, spread } = asked;
  const [sigmaW2, sigmaB2] = [sigmaW ** 2, sigmaB ** 2];
  const point = phaseAt(activation, sigmaW, sigmaB);
  const points = fixedPoints(activation, sigmaW2, sigmaB2);
  const scales = scalesOf(activation, point, points);
  const pytorch = pytorchGain(activation);
  const edge = unlessRefused(() => edgeOfChaos(activation, sigmaB2));
  // Linear and ReLU networks without bias have percentiles by their exact laws.
  const exact = sigmaB === 0 && ['linear', 'relu'].includes(activation.name);
  const sampled = exact ? undefined : await sampledLayers(activation, asked, seed);
  const width = unlessRefused(() => widthFor(activation, { sigmaW2, sigmaB2, depth, factor: spread }));
  return {
    activation,
    ...asked,
    ...point,
    ...scales,
    fixedPoints: points,
    gain: { integral: gain(activation), pytorch },
    edge,
    widthFor: width,
    layers: layersTheory(activation, asked, sampled),
    sampled: sampled ? { networks: sampled.networks, seed: sampled.seed } : null,
    reasons: {
      ...unsettled(activation, point, scales),
      ...(!sampled && {
        sampled: exact
          ? 'the percentiles follow from the exact law of a layer'
          : 'the percentiles are by the delta method: so large a network takes too long to sample',
      }),
      ...(pytorch === null && { pytorch: `PyTorch's calculate_gain does not know ${activation.name}` }),
      ...(edge === null && { edge: `${activation.name} has no edge of chaos with σ_b = ${sigmaB}` }),
      ...(width === null && { widthFor: 'none below 2²⁶ units' }),
    },
  };
}

function scalesOf(activation: Activation, point: PhasePoint, points: readonly FixedPoint[]): Scales {
  const { fate, sigmaW, sigmaB, chi1 } = point;
  if (fate === 'settles') {
    const { c, xiQ, xiC, xiGradient, trainable } = depthScales(activation, sigmaW ** 2, sigmaB ** 2);
    return { c, xiQ, xiC, xiGradient, trainable };
  }
  if (fate === 'stays') {
    const c = correlationAt(activation, point);
    const xiC = c === null ? null : Infinity;
    return { c, xiQ: null, xiC, xiGradient: Infinity, trainable: xiC };
  }
  // At q = 0 the second moment and the gradient's still have their factors a layer, V′(0) and χ(0); two inputs have no q* to meet at.
  const [died] = points;
  return {
    c: null,
    xiQ: fate === 'dies' ? layers(died.slope) : null,
    xiC: null,
    xiGradient: chi1 === null ? null : layers(chi1),
    trainable: null,
  };
}

/** How many layers it takes to shrink by e, as `depthScales` counts. */
const layers = (factor: number): number => (Math.abs(factor - 1) <= 1e-9 ? Infinity : -1 / Math.log(factor));

function unsettled({ name }: Activation, { fate, sigmaW }: PhasePoint, { c }: Scales): Record<string, string> {
  switch (fate) {
    case 'settles':
      return {};
    case 'dies': {
      const why = `dies: with σ_w = ${Number(sigmaW.toPrecision(6))} and no bias a ${name} network's signal goes to 0, and there is no q* > 0`;
      return { c: why, xiC: why, trainable: why };
    }
    case 'stays': {
      const why = `stays: ${name} knows no scale, and with this σ_w every second moment stays as it began`;
      const angles = `stays: ${name} keeps the angle between two inputs as well`;
      return { xiQ: why, ...(c === null && { c: angles, xiC: angles, trainable: angles }) };
    }
    case 'explodes': {
      const why = `explodes: with σ_w = ${Number(sigmaW.toPrecision(6))} a ${name} network's signal grows without end, and comes to no q*`;
      return { q: why, chi1: why, phase: why, c: why, xiQ: why, xiC: why, xiGradient: why, trainable: why };
    }
  }
}

function unlessRefused<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}
