import { modelFromBuilder, type ModelBuilder, type ModelSource } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import type { ModelLike, Subject } from './population.ts';

/** What can be judged: a subject, or a TensorFlow.js model as its builder or with one. */
export type Judgeable = Subject | ModelLike;

const RULE = 'an architecture, or the builder of a model, () => tf.LayersModel';

/**
 * The subject that is meant.
 *
 * @throws ParameterError, with what it is instead, for what cannot be drawn again and again: nothing at all, a promise, an initializer, a
 *   model that is already made.
 */
export function subjectOf(given: Judgeable): Subject {
  const objection = objectionTo(given);
  if (objection) throw new ParameterError('network', objection.rule, objection.got);
  if (typeof given === 'function') return { model: modelFromBuilder(given) };
  if ('build' in given) return { model: given };
  if ('model' in given) return { ...given, model: sourceOf(given.model) };
  return given;
}

function sourceOf(model: ModelBuilder | ModelSource): ModelSource {
  const objection = objectionTo(model);
  if (objection) throw new ParameterError('model', objection.rule, objection.got);
  return typeof model === 'function' ? modelFromBuilder(model) : model;
}

/** What JavaScript lets through although the types do not. */
function objectionTo(given: unknown): { rule: string; got: unknown } | undefined {
  if (typeof given === 'function') return undefined;
  if (typeof given !== 'object' || given === null) return { rule: RULE, got: given };
  const has = (name: string) => name in given;
  if (has('then')) return { rule: RULE, got: 'a promise: await it, or give the function that makes it' };
  if (has('predict')) return { rule: RULE, got: 'a model, whose weights are drawn already: give the function that makes it' };
  if (has('law') && has('draw')) return { rule: RULE, got: 'an initializer: expect(initializer).toBeDrawnFrom(law)' };
  if (has('apply') && has('getConfig')) {
    return { rule: RULE, got: 'an initializer or a layer of TensorFlow.js: expect(initializer).toBeDrawnFrom(law)' };
  }
  if (!['layers', 'architecture', 'draw', 'model', 'build'].some(has)) return { rule: RULE, got: Object.keys(given) };
  return undefined;
}
