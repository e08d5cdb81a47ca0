// Not run: what TypeScript must see of the package, and must refuse.
import * as gainsay from 'gainsay';
import { judge, keepsStd, mean, mlp, type ModelBuilder, type RunRecord, std, tanh, xavierUniform } from 'gainsay';
import Reporter from 'gainsay/reporter';
import * as matchers from 'gainsay/vitest';
import { expect } from 'vitest';

/** The names of what TypeScript knows nothing of: a type from a package that is not there is `any`. */
type Unknown<Module> = { [Name in keyof Module]: 0 extends 1 & Module[Name] ? Name : never }[keyof Module];
export const known: [Unknown<typeof gainsay>, Unknown<typeof matchers>] extends [never, never] ? true : never = true;

const network = mlp({ width: 8, depth: 2, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
export const verdict: Promise<'supported' | 'refuted' | 'undecided'> = judge(network, mean(std.after(1)).below(2)).then(
  (judgement) => judgement.verdict,
);
export const options = new Reporter({ out: 'reports', onReport: (run: RunRecord, page: string) => void [run.ok, page] });

export const builder: ModelBuilder = (tf) => tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [8] })] });
export const awaited: Promise<void>[] = [
  expect(builder).toUphold([keepsStd(), mean(std.after(0)).below(2)], { seed: 2 }),
  expect(network).not.toUphold(keepsStd({ within: 1.1 })),
  expect(xavierUniform()).toBeDrawnFrom(xavierUniform()),
];

// @ts-expect-error A width is a number.
mlp({ width: '8', depth: 2, init: xavierUniform() });
// @ts-expect-error There is no such thing to be said of a network.
void judge(network, 'it holds');
// @ts-expect-error Neither is there for a matcher.
void expect(network).toUphold('it holds');
// @ts-expect-error A law is not a number.
void expect(xavierUniform()).toBeDrawnFrom(1);
// @ts-expect-error A reporter has no such option.
new Reporter({ folder: 'reports' });
