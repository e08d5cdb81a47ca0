import {
  against,
  exactly,
  firstNonFinite,
  instead,
  linear,
  mean,
  mlp,
  normal,
  overflowLayer,
  proportion,
  quantity,
  shrinkingBy,
  std,
  stdAsBound,
  type Trace,
  tanh,
  truncatedUncorrected,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { cell } from '../fixture.ts';

const { printed, source } = cell(6);
const width = 256;

describe('Cell 6: no activation, N(0, 1) weights', () => {
  const network = mlp({ width, depth: 100, batch: 16, activation: linear, init: normal({ mean: 0, std: 1 }) });

  const growsSixteenfold = mean(std.growth(0, 30)).within(15.5, 16.5);
  const inAStraightLine = mean(std.bend(0, 30)).within(-0.0277, 0.0277);

  claim('notebook/std-one-explodes', 'the std grows geometrically, 16-fold a layer', {
    of: network,
    says: [growsSixteenfold, inAStraightLine],
    predicts: [Math.sqrt(width), 0],
    controls: [truncatedUncorrected, stdAsBound, against(inAStraightLine, shrinkingBy(0.01))],
    source,
    printed,
    formula: 'Var(z) = n·Var(w)·q, so std grows by √n = 16',
    because:
      '16 ± 3%: the mean of 30 layers has sd 0.046, so the band is ten of its sd wide on either side, and the nearest defect (0.8796 × 16 = 14.07) lies 30 beyond it. Straight: the growth of ln std in the two halves differs by less than 1% of ln 16 = 2.77.',
  });

  claim('notebook/std-one-overflows', 'the first std that is not finite is at layer 31', {
    of: network,
    says: proportion(firstNonFinite, 'is 31', (layer) => layer === overflowLayer(width)).atLeast(2 / 3),
    predicts: 1,
    controls: [truncatedUncorrected, stdAsBound],
    source,
    printed,
    formula: '⌈128/log₂√n⌉ − 1 = 31',
    because:
      'float32 ends at 2¹²⁸ and the std after layer l is 16^(l+1): layer 31 would be the first at 2¹²⁸. At layer 30 the largest of 4,096 entries is near 2^126.2 ± 0.2, so an overflow there is a 1e-7 affair; two thirds is what 64 networks without exception support.',
  });

  const layersBeyond = quantity<Trace>('number of layers kept beyond the first non-finite one', ({ std: stds }) => {
    const first = stds.findIndex((value) => !Number.isFinite(value));
    return first === -1 ? Number.NaN : stds.length - 1 - first;
  });

  claim('notebook/stops-at-nan', 'a network that overflows stops there, and names the layer', {
    of: network,
    says: [
      exactly(layersBeyond, 0, 64),
      exactly(
        quantity<Trace>(
          'distance of the layer named from the last one kept',
          (trace) => (trace.firstNonFinite ?? Infinity) - (trace.std.length - 1),
        ),
        0,
        64,
      ),
    ],
    predicts: [0, 0],
    controls: [withGain(1), instead('tanh after every layer', mlp({ width, depth: 100, activation: tanh, init: normal() }))],
    source,
    formula: 'if torch.isnan(x.std()): break',
    because:
      'The notebook prints the NaN and leaves the loop: the trace ends with the layer that it names. A network that never overflows has nothing to stop at.',
  });
});
