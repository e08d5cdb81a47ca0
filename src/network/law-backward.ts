import type { Architecture } from '../architecture/index.ts';
import { inverseFactor, semidefiniteFactor } from '../numeric/index.ts';
import type { Stream } from '../random/index.ts';
import type { Draws } from './draws.ts';
import { SLOT, slotsOf } from './law-slots.ts';
import { throughActivation } from './row-activation.ts';
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
  const cotangent = new Float32Array(batch * outputs);
  draws.cotangent(cotangent);
  let gradient = space.rows(SLOT.gradient, outputs);
  space.fill(gradient, (place) => cotangent[place]);
  const signals = [rowSignal(space, gradient)];
  let free: number = SLOT.next;
  for (let index = layers.length - 1; index >= 0; index--) {
    const { fanIn, fanOut, init, activation } = layers[index];
    const sigma = init.law([fanOut, fanIn]).std;
    const { g, z, h } = slotsOf(index, true);
    throughActivation(space, activation, space.rows(z, fanOut), space.rows(h, fanOut), gradient);
    const D = semidefiniteFactor(space.gram(gradient), batch);
    const along = space.crossGram(gradient, space.rows(g, fanOut));

    const x = space.rows(index === 0 ? SLOT.input : slotsOf(index - 1, true).h, fanIn);
    const q = orthonormalRows(space, x, grams[index]);

    const fresh = space.rows(SLOT.scratch, fanIn);
    space.drawNormals(fresh, stream);
    gradient = space.rows(free, fanIn);
    free = free === SLOT.next ? SLOT.gradient : SLOT.next;
    space.lowerProduct(sigma, D, fresh, gradient);
    const known = space.crossGram(gradient, q);
    space.addProduct(
      1,
      known.map((own, entry) => sigma * along[entry] - own),
      q,
      gradient,
    );
    signals.push(rowSignal(space, gradient));
  }
  return signals.toReversed();
}

/** Rows of Q that cancel no more than this come out orthogonal to some float32 roundings: rows of equal cosines below 1 − 1/64 do. */
const CANCELLED = 16;

/**
 * The orthonormal rows Q of X = L Q, zeros where L has no pivot: Cholesky's QR, and once more where rows are near to others, because
 * once leaves these oblique (Yamamoto, Nakatsukasa, Yanagisawa & Fukaya, ETNA 44, 2015).
 */
function orthonormalRows(space: RowSpace, x: Rows, gram: Float64Array): Rows {
  const { batch } = space;
  const q = space.rows(SLOT.directions, x.units);
  const L = semidefiniteFactor(gram, batch);
  const T = inverseFactor(L, batch);
  const lengths = Float64Array.from({ length: batch }, (_, row) => Math.sqrt(gram[row * batch + row]));
  // Of what size the terms are that a row of Q, of length 1, is the sum of. Not its pivot alone: a row near the last one, which was near
  // the one before, cancels more and more.
  const terms = (row: number) => lengths.reduce((sum, own, k) => sum + Math.abs(T[row * batch + k]) * own, 0);
  if (lengths.every((own, row) => own > 2 ** -63 && own < 2 ** 63 && L[row * batch + row] > 0 && terms(row) < CANCELLED)) {
    space.lowerProduct(1, T, x, q);
    return q;
  }
  const longest = Math.max(...lengths);
  if (longest === 0) {
    q.values.fill(0);
    return q;
  }
  // Halfway, as to length, between X and Q, or the coefficients of a signal near the end of float32 would leave its range.
  const once = space.rows(SLOT.scratch, x.units);
  space.lowerProduct(Math.sqrt(longest), T, x, once);
  space.lowerProduct(1, inverseFactor(semidefiniteFactor(space.gram(once), batch), batch), once, q);
  return q;
}
