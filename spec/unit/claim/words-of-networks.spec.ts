import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import {
  explodes,
  growsBy,
  judge,
  keepsGradient,
  keepsStd,
  type Says,
  settlesNear,
  truncatedUncorrected,
  vanishes,
  withGain,
} from '../../../src/claim/index.ts';
import { kaimingNormal, normal, xavierUniform } from '../../../src/init/index.ts';
import type { BackendChoice, Trace } from '../../../src/network/index.ts';

const settings = {
  seed: process.env['GAINSAY_SEED'] ?? '1',
  backend: (process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice,
};
const size = { width: 128, depth: 50, batch: 16 };
const xavier = mlp({ ...size, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
const kaiming = mlp({ ...size, activation: relu, init: kaimingNormal() });
const stdOne = mlp({ ...size, activation: linear, init: normal() });
const withoutGain = mlp({ ...size, depth: 120, activation: tanh, init: normal({ std: 1 / Math.sqrt(size.width) }) });
const cut = truncatedUncorrected.apply(kaiming);

describe('of the notebook’s networks', () => {
  // Mean field's 0.651347; √128 a layer; of tanh at the edge of chaos 1/√(2l), which 1/√240 = 0.065 at the end.
  const upheld: [string, Architecture, Says<Trace>][] = [
    ['Kaiming keeps the std of ReLU', kaiming, keepsStd()],
    ['and its gradient', kaiming, keepsGradient()],
    ['and does not let it grow', kaiming, growsBy(1)],
    ['Xavier × 5/3 keeps the std of tanh', xavier, keepsStd({ near: 0.65, within: 1.5 })],
    ['where it settles', xavier, settlesNear(0.651)],
    ['std 1 explodes', stdOne, explodes()],
    ['by √n a layer', stdOne, growsBy(Math.sqrt(128))],
    ['tanh without its gain vanishes', withoutGain, vanishes()],
    ['ReLU with truncated weights does too, and by √0.774 a layer', cut, [vanishes(), [growsBy(Math.sqrt(0.77374))]]],
  ];
  test.each(upheld)('%s', async (_, network, says) => {
    expect((await judge(network, says, settings)).verdict).toBe('supported');
  });

  const refuted: [string, Architecture, Says<Trace>][] = [
    ['truncated weights keep no std', cut, keepsStd()],
    ['Xavier × 5/3 keeps no gradient', xavier, keepsGradient()],
    ['it does not settle near 0.8', xavier, settlesNear(0.8)],
    ['std 1 does not grow by 10 a layer', stdOne, growsBy(10)],
    ['it does not vanish', stdOne, vanishes()],
    ['nor does Kaiming', kaiming, vanishes()],
    ['which does not explode either', kaiming, explodes()],
  ];
  test.each(refuted)('it is refuted at the first looks that %s', async (_, network, says) => {
    const { verdict, evidence } = await judge(network, says, settings);
    expect(verdict).toBe('refuted');
    expect(evidence[0].networks).toBeLessThanOrEqual(32);
  });
});

describe('a judgement', () => {
  test('in words says what was claimed, what was seen and where, what the weights behave like, and what to try', async () => {
    const judgement = await judge(cut, keepsStd(), settings);
    const digits = judgement.explain().replaceAll(/\d+(\.\d+)?(e[+-]\d+)?/g, '#');
    expect(digits).toBe(
      [
        'refuted: the std keeps within a factor of # of # over all layers',
        'of # layers × # units, relu, truncNormal(mean #, std #, a -#, b #), batch #',
        '  refuted: the median of the largest factor between the std and # over all layers is #, in [#, #] by order statistics; claimed in [#, #]; # networks, α = #',
        '  furthest at layer #',
        '  effective σ̂_w²/σ_w² is #, in [#, #]: fan_in·Var(w) over the # that is needed',
        '  known for: normal weights cut at two standard deviations and not rescaled',
        '  try: multiply the weights’ std by #, to √fan_in·std = #, which keeps the size of the signal',
      ].join('\n'),
    );
    expect(judgement.explain()).toContain('√fan_in·std = 1.41,');
    expect(judgement.explain()).toContain('furthest at layer 49\n');
    expect(judgement).toMatchObject({ seed: settings.seed, diagnosis: { layer: 49, expected: 1 } });
  });

  test('that supports says so, with all that was seen, and has no diagnosis', async () => {
    const judgement = await judge(kaiming, [keepsStd(), growsBy(1)], settings);
    expect(judgement.diagnosis).toBeNull();
    const [verdict, , ...seen] = judgement.explain().split('\n');
    expect(verdict).toBe(
      'supported: the std keeps within a factor of 10 of 1 over all layers; and the std grows 1-fold a layer, within a factor of 1.05, over all layers',
    );
    expect(seen.map((line) => /^ {2}supported: the (median|mean) of the/.exec(line)?.[1])).toEqual(['median', 'mean']);
  });

  test.each([
    ['the gradient’s', xavier, keepsGradient(), 'the gain that is meant for tanh: 1.667 for 1'],
    ['the growth’s', stdOne, growsBy(1), 'not divided by √fan_in: weights of std 1'],
    ['of a gain', withGain(1).apply(kaiming), keepsStd({ within: 2 }), 'the gain left out: 1 for 1.414'],
  ])('names the mistake by what the words ask of the weights: %s', async (_, network, says, mistake) => {
    const { diagnosis } = await judge(network, says, settings);
    expect(diagnosis?.defects.map(({ en }) => en)).toContain(mistake);
  });

  test('that a signal vanishes, where it does not, has nothing to advise', async () => {
    const { diagnosis } = await judge(kaiming, vanishes(), settings);
    expect(diagnosis).toMatchObject({ ratio: null, defects: [], advice: [] });
  });

  test('draws as many networks as it may, and is undecided where they are too few', async () => {
    const few = await judge(kaiming, growsBy(1), { ...settings, networks: 4 });
    expect(few).toMatchObject({ verdict: 'undecided', evidence: [{ networks: 4 }] });
    expect(few.explain()).toMatch(/^undecided: [^]*\n {2}about \d+ networks would probably decide it\n/);
    expect((await judge(kaiming, keepsStd(), { ...settings, networks: 16 })).verdict).toBe('undecided');
    await expect(judge(kaiming, keepsStd(), { ...settings, networks: 0 })).rejects.toThrow('positive integer; got 0');
  });
});
