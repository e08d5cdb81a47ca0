import type { Architecture } from '../../../src/architecture/index.ts';
import { type Draws, drawsFromStreams, type Signal } from '../../../src/network/index.ts';
import { backwardInLaw } from '../../../src/network/law-backward.ts';
import { forwardInLaw } from '../../../src/network/law-forward.ts';
import { SLOT, slotsFor, slotsOf } from '../../../src/network/law-slots.ts';
import { RowSpace } from '../../../src/network/row-space.ts';
import { Stream } from '../../../src/random/index.ts';
import { seed } from './drawing.ts';
import { listOf } from './rows.ts';

type Rows = readonly Float32Array[];

/** What one realisation leaves behind; its rows are the batch's. */
interface Ran {
  /** X Xᵀ of what came into each layer. */
  readonly grams: readonly Float64Array[];
  /** Of the gradient by what came into each layer, and by what left the last. */
  readonly signals: readonly Signal[];
  readonly x: Rows;
  /** By layer. */
  readonly h: readonly Rows[];
  readonly z: readonly Rows[];
  readonly normals: readonly Rows[];
  /** Of the loss by h_L. */
  readonly cotangent: Rows;
  /** Of the first layer, the last on the way back. */
  readonly byZ: Rows;
  readonly byX: Rows;
  readonly fresh: Rows;
  readonly q: Rows;
}

/** One realisation forwards and backwards, and the rows that it leaves behind. */
export function ran(architecture: Architecture, draws: Draws = drawsFromStreams(architecture, seed, 'law/0')): Ran {
  const { batch, layers } = architecture;
  const depth = layers.length;
  const widest = Math.max(layers[0].fanIn, ...layers.map(({ fanOut }) => fanOut));
  const space = new RowSpace(batch, widest, slotsFor(depth, true));
  const rows = (slot: number, units: number) => listOf(space, space.rows(slot, units));
  const { grams } = forwardInLaw(space, architecture, draws, new Stream(seed, 'forward'), new Set(['gradient']));
  const signals = backwardInLaw(space, architecture, draws, new Stream(seed, 'backward'), grams);
  const { fanIn } = layers[0];
  const { fanOut } = layers[depth - 1];
  const g = new Float32Array(batch * fanOut);
  draws.cotangent(g);
  return {
    grams,
    signals,
    x: rows(SLOT.input, fanIn),
    h: layers.map((layer, l) => rows(slotsOf(l, true).h, layer.fanOut)),
    z: layers.map((layer, l) => rows(slotsOf(l, true).z, layer.fanOut)),
    normals: layers.map((layer, l) => rows(slotsOf(l, true).g, layer.fanOut)),
    cotangent: Array.from({ length: batch }, (_, a) => g.filter((__, i) => i % batch === a)),
    byZ: rows(depth % 2 === 1 ? SLOT.gradient : SLOT.next, layers[0].fanOut),
    byX: rows(depth % 2 === 1 ? SLOT.next : SLOT.gradient, fanIn),
    fresh: rows(SLOT.scratch, fanIn),
    q: rows(SLOT.directions, fanIn),
  };
}
