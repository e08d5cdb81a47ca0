import type { Architecture } from '../architecture/index.ts';
import { inverseFactor, semidefiniteFactor } from '../numeric/index.ts';
import type { Stream } from '../random/index.ts';
import type { Draws } from './draws.ts';
import { gSlot, SLOT, zSlot } from './law-slots.ts';
import { activateRows, throughActivation } from './row-activation.ts';
import { rowSignal } from './row-signal.ts';
import type { Rows, RowSpace } from './row-space.ts';
import type { Signal } from './trace.ts';

/**
 * The gradients of Σ ⟨g, h_L⟩ in law, of the input first and then of every layer, given the way forward that `space` still holds.
 *
 * With Q the orthonormal rows that span X (X = L Q), the layer was drawn as W Qᵀ = σ Gᵀ, and the rest of W is free:
 * Δ W = σ (Δ Gᵀ) Q + Y (1 − QᵀQ), where Y = D G′ with D Dᵀ = σ² Δ Δᵀ and G′ are B × fan_in normal numbers from `stream`.
 *
 * @param grams X Xᵀ of what came into each layer.
 */
export function backwardInLaw(
  space: RowSpace,
  { batch, layers }: Architecture,
  draws: Draws,
  stream: Stream,
  grams: readonly Float64Array[],
): Signal[] {
  const { fanOut: outputs } = layers[layers.length - 1];
  let h = space.rows(SLOT.signal, outputs);
  let gradient = space.rows(SLOT.gradient, outputs);
  const cotangent = new Float32Array(batch * outputs);
  draws.cotangent(cotangent);
  space.fill(gradient, (place) => cotangent[place]);
  const signals = [rowSignal(space, gradient)];
  let places: { x: number; next: number } = { x: SLOT.before, next: SLOT.next };
  for (let index = layers.length - 1; index >= 0; index--) {
    const { fanIn, fanOut, init, activation } = layers[index];
    const sigma = init.law([fanOut, fanIn]).std;
    throughActivation(space, activation, space.rows(zSlot(index, true), fanOut), h, gradient);
    const D = semidefiniteFactor(space.gram(gradient), batch);
    const along = space.crossGram(gradient, space.rows(gSlot(index, true), fanOut));

    const x = space.rows(index === 0 ? SLOT.input : places.x, fanIn);
    if (index > 0) activateRows(space, layers[index - 1].activation, space.rows(zSlot(index - 1, true), fanIn), x);
    const q = orthonormalRows(space, x, grams[index]);

    const fresh = space.rows(SLOT.scratch, fanIn);
    const next = space.rows(places.next, fanIn);
    space.drawNormals(fresh, stream);
    space.lowerProduct(sigma, D, fresh, next);
    const known = space.crossGram(next, q);
    space.addProduct(
      1,
      known.map((own, entry) => sigma * along[entry] - own),
      q,
      next,
    );
    signals.push(rowSignal(space, next));
    places = {
      x: places.x === SLOT.before ? SLOT.signal : SLOT.before,
      next: places.next === SLOT.next ? SLOT.gradient : SLOT.next,
    };
    h = x;
    gradient = next;
  }
  return signals.toReversed();
}

/**
 * The orthonormal rows Q of X = L Q, zeros where L has no pivot: Cholesky's QR, twice, because once leaves rows of an almost collinear
 * batch oblique (Yamamoto, Nakatsukasa, Yanagisawa & Fukaya, ETNA 44, 2015).
 */
function orthonormalRows(space: RowSpace, x: Rows, gram: Float64Array): Rows {
  const { batch } = space;
  const once = space.rows(SLOT.scratch, x.units);
  const q = space.rows(SLOT.directions, x.units);
  // Halfway between the length of X's rows and 1, or the coefficients of a signal near the end of float32 would leave its range.
  const length = Math.max(...Array.from({ length: batch }, (_, row) => gram[row * batch + row])) ** 0.25;
  if (length === 0) {
    q.values.fill(0);
    return q;
  }
  space.lowerProduct(length, inverseFactor(semidefiniteFactor(gram, batch), batch), x, once);
  space.lowerProduct(1, inverseFactor(semidefiniteFactor(space.gram(once), batch), batch), once, q);
  return q;
}
