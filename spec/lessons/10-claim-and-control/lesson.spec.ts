import { isDeepStrictEqual } from 'node:util';
import {
  type Architecture,
  both,
  type Defect,
  kaimingNormal,
  meanFieldStd,
  mlp,
  relu,
  type Says,
  textOf,
  type Trace,
  withGain,
} from 'gainsay';
import { given, lesson } from 'gainsay/lesson';
import { controls, says } from './exercise.ts';

const network = mlp({ width: 256, depth: 50, activation: relu, init: kaimingNormal() });

const goal = (layer: number) => meanFieldStd(network)[layer];

lesson(both('the networks uphold the claim', '这些网络支持该论断'), async ({ uphold }) => {
  given('says', says, STATEMENTS, isSays);
  given('controls', controls, DEFECTS, isListOfDefects);
  await uphold(network, says, {
    goal,
    unless: ({ estimate }) =>
      Number.isNaN(estimate)
        ? both(
            'Your claim reads something that these networks do not show: their 50 layers are counted from 0 to 49.',
            '你的论断读取了这些网络没有的东西：它们的 50 层从 0 数到 49。',
          )
        : both(
            'Your claim is false of the right networks: what one network shows says little of the next. A band is for the population.',
            '对正确的网络，你的论断为假：一个网络的表现说明不了下一个网络。区间是针对总体的。',
          ),
    nearly: ({ objection }) =>
      objection
        ? both(
            'The mean of this quantity is carried by a few large values, and its interval cannot be trusted: take its logarithm, its median, or another quantity.',
            '这个量的均值由少数很大的值决定，其区间不可信：请取对数、取中位数，或换一个量。',
          )
        : both(
            'It stays undecided, with all the networks that a lesson draws: the band is too narrow for how much the networks differ, or its edge is too near to the truth.',
            '用尽本课所抽取的网络仍无法判定：相对于网络之间的差异，区间太窄；或者区间的边界离真值太近。',
          ),
  });
});

lesson(both('the claim refutes its controls', '该论断反驳其对照'), async ({ refuse, refute }) => {
  if (controls.length === 0) {
    refuse(
      both('There is no control: nothing shows that the claim could ever fail.', '没有对照：没有什么能表明该论断可能为假。'),
    );
  }
  for (const control of controls) {
    const { en, zh = en } = textOf(control.name);
    await refute(control.apply(network), says, {
      goal,
      unless: ({ verdict }) =>
        isAsRight(control)
          ? both(
              `The control “${en}” draws weights of the same variance: it is another way of being right, and no claim refutes it.`,
              `对照“${zh}”抽取的权值方差相同：它只是另一种正确的做法，任何论断都无法反驳它。`,
            )
          : both(
              `The control “${en}” is ${verdict}, and must be refuted: the claim does not tell these networks from the right ones.`,
              `对照“${zh}”${verdict === 'supported' ? '得到支持' : '无法判定'}，而它必须被反驳：该论断无法把这些网络与正确的网络区分开。`,
            ),
    });
  }
});

lesson(
  both('the claim is false of networks with the gain of tanh, and with none', '对于采用 tanh 增益或不用增益的网络，该论断为假'),
  async ({ refute }) => {
    for (const gain of [1, 5 / 3]) {
      await refute(withGain(gain).apply(network), says, {
        goal,
        unless: () =>
          both(
            `With a gain of ${Number(gain.toPrecision(3))} in place of √2 your claim is not refuted: a claim that holds of wrong networks too says too little.`,
            `把增益 √2 换成 ${Number(gain.toPrecision(3))}，你的论断没有被反驳：对错误的网络也成立的论断，说得太少。`,
          ),
      });
    }
  },
);

const STATEMENTS = both(
  'a statement or a list of statements, each with its band, as `mean(std.after(49)).within(0.5, 2)` is',
  '一个论断或论断的列表，各带区间，例如 `mean(std.after(49)).within(0.5, 2)`',
);

const isSays = (value: unknown): value is Says<Trace> =>
  Array.isArray(value) ? value.length > 0 && value.every(isSays) : has(value, 'band', 'find');

const DEFECTS = both('a list of defects, such as `[withGain(1)]`', '缺陷的列表，例如 `[withGain(1)]`');

const isListOfDefects = (value: unknown): value is readonly Defect<Architecture>[] =>
  Array.isArray(value) && value.every((one) => has(one, 'name', 'apply'));

const has = (value: unknown, ...keys: string[]) =>
  typeof value === 'object' && value !== null && keys.every((key) => key in value);

/** Whether all that a control changes is how the weights are drawn, and not their variance. */
function isAsRight(control: Defect<Architecture>): boolean {
  const { layers } = control.apply(network);
  const others = ({ layers: all }: Architecture) => all.map((layer) => ({ ...layer, init: null }));
  return (
    isDeepStrictEqual(others({ ...network, layers }), others(network)) &&
    layers.every(({ init, fanIn, fanOut }) => Math.abs(init.law([fanOut, fanIn]).std / Math.sqrt(2 / fanIn) - 1) < 1e-3)
  );
}
