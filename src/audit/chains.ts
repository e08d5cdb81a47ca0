import type { Activation } from '../activation/index.ts';
import type { Architecture, Layer } from '../architecture/index.ts';
import { both, jsonNumber, type Text } from '../claim/index.ts';
import { normal } from '../init/index.ts';
import { realiseInLaw, type Trace } from '../network/index.ts';
import { meanFieldGradientStd, meanFieldStd } from '../theory/index.ts';
import { quantileSorted } from 'simple-statistics';
import type { ChainLayerRecord, ChainRecord } from './record.ts';

/** What a signal goes through: a dense layer, or a convolution. */
export interface LinkedWeight {
  /** Units, or channels. */
  readonly inputs: number;
  readonly outputs: number;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly std: number;
  readonly biasStd: number;
}

/** A weight of a chain, or what ends one. */
export interface Link {
  readonly name: string;
  /** Null for what ends a chain: normalisation, attention. */
  readonly weight: LinkedWeight | null;
  readonly activation: Activation | null;
}

/** Networks of these widths that the range is of. */
const NETWORKS = 50;

/** Deeper and wider chains than these cost more than an audit: mean field alone speaks of them, and of convolutions. */
const WORK = 2 ** 24;

/**
 * What theory says of the weights that follow one another: each takes as many inputs as the one before it has units, and feeds a known activation.
 * A convolution counts as a dense layer of its fans, as if nothing were padded.
 */
export async function chainsOf(links: readonly Link[]): Promise<ChainRecord[]> {
  const chains: ChainRecord[] = [];
  for (const chain of splitChains(links)) chains.push(await predicted(chain));
  return chains;
}

interface ChainLink {
  readonly name: string;
  readonly weight: LinkedWeight;
  readonly layer: Layer;
}

function splitChains(links: readonly Link[]): ChainLink[][] {
  const chains: ChainLink[][] = [[]];
  for (const { name, weight, activation } of links) {
    const chain = chains[chains.length - 1];
    const fits = chain.length === 0 || chain[chain.length - 1].weight.outputs === weight?.inputs;
    if (!weight || !activation || !(weight.std > 0 && Number.isFinite(weight.std))) {
      chains.push([]);
      continue;
    }
    const { fanIn, fanOut, std, biasStd } = weight;
    const bias = biasStd > 0 ? normal({ std: biasStd }) : null;
    const link = (stream: number) => ({
      name,
      weight,
      layer: { fanIn, fanOut, activation, init: normal({ std }), bias, stream },
    });
    if (fits) chain.push(link(chain.length));
    else chains.push([link(0)]);
  }
  return chains.filter(({ length }) => length > 1);
}

async function predicted(chain: readonly ChainLink[]): Promise<ChainRecord> {
  const layers = chain.map(({ layer }) => layer);
  const architecture: Architecture = { batch: 4, input: null, layers };
  const std = meanFieldStd(architecture);
  const gradient = meanFieldGradientStd(architecture);
  const dense = chain.every(({ weight }) => weight.fanIn === weight.inputs && weight.fanOut === weight.outputs);
  const traces = dense && work(layers) <= WORK ? await realiseInLaw(architecture, 1, 0, NETWORKS, new Set(['gradient'])) : [];
  const range = (values: (trace: Trace) => ArrayLike<number> | null | undefined, l: number) => {
    const sorted = traces.map((trace) => values(trace)?.[l] ?? Number.NaN).toSorted((a, b) => a - b);
    const known = sorted.length > 0 && sorted.every(Number.isFinite);
    return {
      lo: jsonNumber(known ? quantileSorted(sorted, 0.01) : Number.NaN),
      hi: jsonNumber(known ? quantileSorted(sorted, 0.99) : Number.NaN),
    };
  };
  return {
    layers: chain.map(({ name, layer }, l): ChainLayerRecord => ({
      tensor: name,
      activation: layer.activation.name,
      gain: jsonNumber(layer.init.law([layer.fanOut, layer.fanIn]).std * Math.sqrt(layer.fanIn)),
      std: { predicted: jsonNumber(std[l]), ...range((trace) => trace.std, l) },
      gradientStd: { predicted: jsonNumber(gradient[l]), ...range((trace) => trace.gradient?.std, l) },
    })),
    says: inWords(std, gradient),
  };
}

const work = (layers: readonly Layer[]): number => layers.reduce((sum, { fanIn, fanOut }) => sum + fanIn + fanOut, 0) * NETWORKS;

/** What becomes of signal and gradient on their way. */
function inWords(std: Float64Array, gradient: Float64Array): Text {
  const depth = std.length - 1;
  const [signal, back] = [course(std[depth] / std[0], depth), course(gradient[0] / gradient[depth], depth)];
  return both(
    `this stack of ${depth + 1} ${signal.en} its signal${signal.within.en}, and on the way back ${back.en} its gradient${back.within.en}`,
    `这 ${depth + 1} 层${signal.zh}信号${signal.within.zh}，反向时${back.zh}梯度${back.within.zh}`,
  );
}

function course(factor: number, depth: number): { en: string; zh: string; within: { en: string; zh: string } } {
  const silent = { en: '', zh: '' };
  if (!(factor > 0) || !Number.isFinite(factor)) return { en: 'loses all of', zh: '完全失去', within: silent };
  const layers = Math.max(1, Math.round((depth * Math.LN2) / Math.abs(Math.log(factor))));
  const total = digits(factor);
  if (factor < 1 / 2)
    return {
      en: 'loses half',
      zh: '失去一半',
      within: {
        en: ` in ${layers} layer${layers === 1 ? '' : 's'} (×${total} over all)`,
        zh: `只需 ${layers} 层（总计 ×${total}）`,
      },
    };
  if (factor > 2)
    return {
      en: 'doubles',
      zh: '翻倍',
      within: {
        en: ` in ${layers} layer${layers === 1 ? '' : 's'} (×${total} over all)`,
        zh: `只需 ${layers} 层（总计 ×${total}）`,
      },
    };
  return { en: 'keeps', zh: '保持', within: { en: ` (×${total})`, zh: `（×${total}）` } };
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
