import {
  against,
  exactly,
  firstNonFinite,
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
import * as zh from './cell-06-std-one.zh.ts';
import { saturating } from './mistakes.ts';

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
    formula: String.raw`\operatorname{Var}(z_l) = n \operatorname{Var}(w)\, q_{l-1} \;\Rightarrow\; \frac{\operatorname{std} z_l}{\operatorname{std} z_{l-1}} = \sqrt{n} = 16`,
    because:
      '16 ± 3%: the mean of 30 layers has sd 0.046, so the band is ten of its sd wide on either side, and the nearest defect (0.8796 × 16 = 14.07) lies 30 beyond it. Straight: the growth of ln std in the two halves differs by less than 1% of ln 16 = 2.77.',
    teaches:
      'Each unit adds up 256 products of a weight and a signal, and the variances of independent terms add up too. With weights of variance 1 a layer therefore multiplies the variance by 256 and the std by 16, and as there is no activation to hold the signal back the next layer does it again: after ten layers the std is 10¹². The wider the layer, the faster it grows, so the variance of the weights has to be chosen by the width.',
    zh: zh.explodes,
  });

  claim('notebook/std-one-overflows', 'the first std that is not finite is at layer 31', {
    of: network,
    says: proportion(firstNonFinite, { en: 'is 31', zh: zh.is31 }, (layer) => layer === overflowLayer(width)).atLeast(2 / 3),
    predicts: 1,
    controls: [truncatedUncorrected, stdAsBound],
    source,
    printed,
    formula: String.raw`\min\left\{\, l : \left(\sqrt{n}\right)^{l+1} \ge 2^{128} \,\right\} = \left\lceil \frac{128}{\log_2 \sqrt{n}} \right\rceil - 1 = 31`,
    because:
      'float32 ends at 2¹²⁸ and the std after layer l is 16^(l+1): layer 31 would be the first at 2¹²⁸. At layer 30 the largest of 4,096 entries is near 2^126.2 ± 0.2, so an overflow there is a 1e-7 affair; two thirds is what 64 networks without exception support.',
    teaches:
      'A float32 number ends at 2¹²⁸, about 3.4·10³⁸. A signal that grows by 16 = 2⁴ a layer reaches that after 32 layers, the last of which has index 31; some of its entries are then infinite, and the std that is computed from them is NaN. So a NaN in a deep network need not be a bug in the arithmetic, and the layer in which it appears tells how fast the signal grew. In float16, which ends at 2¹⁶, it would have taken four layers.',
    zh: zh.overflows,
  });

  const layersBeyond = quantity<Trace>(
    { en: 'number of layers kept beyond the first non-finite one', zh: zh.layersBeyond },
    ({ std: stds }) => {
      const first = stds.findIndex((value) => !Number.isFinite(value));
      return first === -1 ? Number.NaN : stds.length - 1 - first;
    },
  );

  claim('notebook/stops-at-nan', 'a network that overflows stops there, and names the layer', {
    of: network,
    says: [
      exactly(layersBeyond, 0, 64),
      exactly(
        quantity<Trace>(
          { en: 'distance of the layer named from the last one kept', zh: zh.distance },
          (trace) => (trace.firstNonFinite ?? Infinity) - (trace.std.length - 1),
        ),
        0,
        64,
      ),
    ],
    predicts: [0, 0],
    controls: [withGain(1), saturating(mlp({ width, depth: 100, activation: tanh, init: normal() }))],
    source,
    formula: String.raw`\text{if torch.isnan(x.std()): break}`,
    because:
      'The notebook prints the NaN and leaves the loop: the trace ends with the layer that it names. A network that never overflows has nothing to stop at.',
    teaches:
      'Whatever is computed from a NaN is NaN, so the layers after the first one have nothing to tell, and a program that goes on only hides where it began. One line in the forward pass names the layer. That layer is where the numbers ended, not where the mistake is: here the mistake is the same in all layers, and the last of them was only the one that could no longer hold it.',
    zh: zh.stops,
  });
});
