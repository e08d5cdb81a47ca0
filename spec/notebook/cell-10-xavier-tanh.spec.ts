import {
  boundAsStd,
  fixedPoint,
  gain,
  judge,
  mean,
  mlp,
  moments,
  std,
  tanh,
  withGain,
  xavierNormal,
  xavierUniform,
} from 'gainsay';
import { claim, settings } from 'gainsay/vitest';
import { describe, expect, test } from 'vitest';
import { cell } from '../fixture.ts';
import * as zh from './cell-10-xavier-tanh.zh.ts';

const { printed, source } = cell(10);
const { seed, backend } = settings();

describe('Cell 10: tanh, Xavier-uniform with gain 5/3', () => {
  const network = mlp({ width: 256, depth: 100, batch: 16, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
  const settles = mean(std.over(20, 99)).within(0.6453, 0.6573);
  const plateau = Math.sqrt(moments(tanh, fixedPoint(tanh, (5 / 3) ** 2)).secondMoment);

  claim('notebook/xavier-tanh-plateau', 'the std settles near 0.651', {
    of: network,
    says: settles,
    predicts: plateau,
    controls: [withGain(1), withGain(Math.SQRT2), withGain(1.5), withGain(gain(tanh)), boundAsStd],
    source,
    printed,
    formula: String.raw`q^* = \left(\tfrac{5}{3}\right)^2 \operatorname{E}\!\left[\tanh^2(\sqrt{q^*}\,z)\right] = 1.1785, \qquad \operatorname{std} h = \frac{\sqrt{q^*}}{5/3} = 0.6513`,
    because:
      'The fixed point of the variance map is 0.65135, and ± 1% is seven sd of a network’s mean over 80 layers (0.00085). The nearest defect is the gain that theory would choose, 1.5925: it settles at 0.628, some 3.9 times the band’s half-width away.',
    teaches:
      'The gain does not keep the std at 1, and need not: within ten layers it is at 0.651, and there it stays. tanh takes more from a large signal than from a small one, so there is one size at which what tanh takes and what the gain gives are equal, and a signal of any other size returns to it. Where the plateau lies is decided by the activation and the variance of the weights alone, neither by the input nor by the shape of the weights’ law. A steady signal is half of the matter only: in this very network the gradient explodes, as the claim theory/xavier-tanh-gradient shows.',
    zh: zh.plateau,
  });

  test('Xavier-normal with the same gain, equally right, is supported too', async () => {
    const normal = mlp({ width: 256, depth: 100, batch: 16, activation: tanh, init: xavierNormal({ gain: 5 / 3 }) });
    expect((await judge(normal, settles, { seed, backend })).verdict).toBe('supported');
  });
});
