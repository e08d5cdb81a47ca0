import {
  against,
  type Architecture,
  type Defect,
  drawsFromStreams,
  mapLayers,
  normal,
  type Pair,
  type Population,
  type Probe,
  realise,
  type Seed,
  type Statement,
  Stream,
  type Trace,
} from 'gainsay';
import { backwardInLaw } from '../../src/network/law-backward.ts';
import { forwardInLaw } from '../../src/network/law-forward.ts';
import { slotsFor } from '../../src/network/law-slots.ts';
import { realiseInLaw } from '../../src/network/index.ts';
import { RowSpace } from '../../src/network/row-space.ts';
import { chosenEngine } from '../unit/network/drawing.ts';
import { anotherWayForward, biasLeftOut, collinearRows, independentRows, type Mistake, sigmaTooLarge } from './mistakes.ts';

/** Further apart than this, two laws are not the same: 2,048 pairs put the distance of two that are within 0.17. */
export const DISTANCE = 0.2;

type Pairs = Population<Pair<Trace>>;
type Says = Statement<Pair<Trace>>;
type Held = (says: Says) => Defect<Pairs>;

interface PairsAndDefects {
  right: Pairs;
  /** σ times a factor. */
  sigma: (factor: number, says: Says) => Defect<Pairs>;
  biasLeftOut: Held;
  rowsApart: Held;
  firstDirection: Held;
  backFromAnother: Held;
}

/** Draws realisations `from` ≤ index < `to`. */
type Draw = (seed: Seed, from: number, to: number) => Promise<Trace[]>;

const PROBES: ReadonlySet<Probe> = new Set<Probe>(['gradient']);

/** The sampler as it is. */
export const inLaw =
  (architecture: Architecture): Draw =>
  (seed, from, to) =>
    realiseInLaw(architecture, seed, from, to, PROBES);

/** Networks with weights, each drawn once whoever asks for it: a claim and its controls compare the same ones with others. */
function withWeights(architecture: Architecture): Draw {
  const drawn = new Map<string, Promise<Trace[]>>();
  const draw: Draw = async (seed, from, to) =>
    realise(await chosenEngine(), architecture, (index) => drawsFromStreams(architecture, seed, index), from, to, PROBES);
  return (seed, from, to) => {
    const key = `${seed} ${from} ${to}`;
    const known = drawn.get(key) ?? draw(seed, from, to);
    drawn.set(key, known);
    return known;
  };
}

/** Pairs of a network with weights and one that is drawn without, and ways to pair the same networks with wrong ones. */
export function population(name: string, architecture: Architecture): PairsAndDefects {
  const weighted = withWeights(architecture);
  const pairs = (named: string, law: Draw): Pairs => ({
    name: named,
    draw: async (seed, from, to) => {
      const without = await law(seed, from, to);
      return (await weighted(seed, from, to)).map((weights, i) => ({ weights, law: without[i] }));
    },
  });
  const held = (says: Says, mistake: Mistake, wrong: Draw): Defect<Pairs> =>
    against(says, mistake(pairs(`${name}, drawn wrongly`, wrong)));
  return {
    right: pairs(name, inLaw(architecture)),
    sigma: (factor, says) => held(says, sigmaTooLarge(Math.round(100 * factor - 100)), inLaw(scaledBy(factor, architecture))),
    biasLeftOut: (says) => held(says, biasLeftOut, inLaw(withoutBias(architecture))),
    rowsApart: (says) => held(says, independentRows, onRows(architecture, rowsApart)),
    firstDirection: (says) => held(says, collinearRows, onRows(architecture, firstDirection)),
    backFromAnother: (says) => held(says, anotherWayForward, backFromAnother(architecture)),
  };
}

const scaledBy = (factor: number, architecture: Architecture): Architecture =>
  mapLayers(architecture, (layer) => ({
    ...layer,
    init: normal({ std: factor * layer.init.law([layer.fanOut, layer.fanIn]).std }),
  }));

const withoutBias = (architecture: Architecture) => mapLayers(architecture, (layer) => ({ ...layer, bias: null }));

/** Rows whose products by a triangular factor go wrong. */
function withFactor(change: (C: Float64Array, batch: number) => Float64Array): typeof RowSpace {
  return class extends RowSpace {
    override lowerProduct(...[scale, C, x, y]: Parameters<RowSpace['lowerProduct']>): void {
      super.lowerProduct(scale, change(C, this.batch), x, y);
    }
  };
}

/** Every row as long as it should be, and independent of the others. */
const rowsApart: typeof RowSpace = withFactor((C, batch) =>
  C.map((_, i) => (i % (batch + 1) === 0 ? Math.hypot(...C.subarray(i - (i % batch), i - (i % batch) + batch)) : 0)),
);

/** Every row along the first one, as long as its part along it. */
const firstDirection: typeof RowSpace = withFactor((C, batch) => C.map((c, i) => (i % batch === 0 ? c : 0)));

/** The sampler, forwards only, on other rows. */
const onRows =
  (architecture: Architecture, Rows: typeof RowSpace): Draw =>
  (seed, from, to) =>
    each(from, to, (index) => {
      const { batch } = architecture;
      const space = new Rows(batch, widest(architecture), slotsFor(architecture.layers.length, false));
      const label = `law/${index}`;
      const forward = new Stream(seed, `${label}/forward`);
      return forwardInLaw(space, architecture, drawsFromStreams(architecture, seed, label), forward, new Set()).recorder.trace();
    });

/** The way back of one network with the way forward of another one of the same input. */
const backFromAnother =
  (architecture: Architecture): Draw =>
  (seed, from, to) => {
    const { batch, layers } = architecture;
    const space = new RowSpace(batch, widest(architecture), slotsFor(layers.length, true));
    return each(from, to, (index) => {
      const label = `law/${index}`;
      const draws = drawsFromStreams(architecture, seed, label);
      const forward = (which: string) => forwardInLaw(space, architecture, draws, new Stream(seed, `${label}/${which}`), PROBES);
      const { recorder } = forward('forward');
      const { grams } = forward('another');
      recorder.gradient(backwardInLaw(space, architecture, draws, new Stream(seed, `${label}/backward`), grams));
      return recorder.trace();
    });
  };

const widest = ({ layers }: Architecture) => Math.max(layers[0].fanIn, ...layers.map(({ fanOut }) => fanOut));

const each = (from: number, to: number, draw: (index: number) => Trace) =>
  Promise.resolve(Array.from({ length: to - from }, (_, i) => draw(from + i)));
