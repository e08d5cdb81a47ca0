import { type Architecture, mapLayers } from '../architecture/index.ts';
import { normal } from '../init/index.ts';
import type { Trace } from '../network/index.ts';
import { bracketedRoot } from '../numeric/index.ts';
import { ParameterError } from '../parameter.ts';
import { gain } from '../theory/index.ts';
import { meanFieldTrace } from './mean-field-trace.ts';

/** How far the weights' variance is thought of as off, by powers of 2 either way. */
const POWERS = 10;

/**
 * The factor on the weights' variance at which mean field gives a quantity the value `expected`, the nearest to 1; null where none does, or
 * mean field has no number for the quantity.
 */
export function neededFactor(architecture: Architecture, read: (trace: Trace) => number, expected: number): number | null {
  const beyond = (lnFactor: number) => read(meanFieldTrace(withVariance(architecture, Math.exp(lnFactor)))) - expected;
  try {
    for (let power = 0; power < POWERS; power += 0.5) {
      for (const [from, to] of [
        [-power - 0.5, -power],
        [power, power + 0.5],
      ]) {
        const [low, high] = [from * Math.LN2, to * Math.LN2];
        const [atLow, atHigh] = [beyond(low), beyond(high)];
        if (atLow === 0) return Math.exp(low);
        if (atHigh === 0) return Math.exp(high);
        if (Number.isFinite(atLow) && Number.isFinite(atHigh) && atLow < 0 !== atHigh < 0) {
          return Math.exp(bracketedRoot(beyond, low, high, 1e-4));
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
  }
  return null;
}

/** The factor that keeps a second moment of 1 from layer to layer: what a deep network needs where a statement does not say. */
export function keepingFactor({ layers }: Architecture): number {
  const [{ activation, init, fanIn, fanOut }] = layers;
  return gain(activation) ** 2 / (fanIn * init.law([fanOut, fanIn]).std ** 2);
}

function withVariance(architecture: Architecture, factor: number): Architecture {
  return mapLayers(architecture, (layer) => {
    const { std } = layer.init.law([layer.fanOut, layer.fanIn]);
    return { ...layer, init: normal({ std: std * Math.sqrt(factor) }) };
  });
}
