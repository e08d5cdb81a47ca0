import { both, type Text } from './text.ts';
import type { FoundRatio } from './variance-ratio.ts';

/** TensorFlow.js's initializers that have the variance which they promise, by fan_in·Var(w). */
const BY_NAME: readonly (readonly [needed: number, name: string])[] = [
  [2, 'heUniform'],
  [1, 'leCunUniform'],
];

/** Names of layers that are written out. */
const SHOWN = 3;

/** What to change in a TensorFlow.js model, in its own words. */
export function modelAdvice({ needed, layers }: FoundRatio, model: NonNullable<FoundRatio['model']>, right: boolean): Text[] {
  if (right) return [model.adds > 0 ? sums(model.adds) : elsewhere];
  const fans = new Set(layers.map(({ fanIn }) => fanIn));
  const [fanIn] = fans.size === 1 ? fans : ['fanIn'];
  const normal = `kernelInitializer: tf.initializers.randomNormal({ stddev: Math.sqrt(${digits(needed)} / ${fanIn}) })`;
  const named = BY_NAME.find(([value]) => Math.abs(needed / value - 1) < 1e-3)?.[1];
  const or = named ? { en: `, or kernelInitializer: '${named}'`, zh: `，或 kernelInitializer: '${named}'` } : { en: '', zh: '' };
  const where = model.where ? within(model.where) : { en: 'every layer but the last', zh: '除最后一层外的每一层' };
  return [both(`in ${where.en}, ${normal}${or.en}`, `在${where.zh}中使用 ${normal}${or.zh}`)];
}

/** `dense_1, dense_2, dense_3 and 5 more`. */
export function within(names: readonly string[]): { en: string; zh: string } {
  const shown = names.slice(0, SHOWN).join(', ');
  const more = names.length - SHOWN;
  return more > 0 ? { en: `${shown} and ${more} more`, zh: `${shown} 等 ${names.length} 层` } : { en: shown, zh: shown };
}

const elsewhere: Text = both(
  'the weights have the variance that they should: look at the activation, the biases, the input, and at layers without weights',
  '权值的方差正确：请检查激活函数、偏置、输入以及没有权值的层',
);

const sums = (adds: number): Text =>
  both(
    `the weights have the variance that they should, but ${adds} ${adds === 1 ? 'layer adds' : 'layers add'} branches, and variances add up with them: normalise, or scale each branch by 1/√${adds}`,
    `权值的方差正确，但有 ${adds} 层把分支相加，方差也随之相加：请作归一化，或把每个分支乘以 1/√${adds}`,
  );

const digits = (value: number): string => String(Number(value.toPrecision(4)));
