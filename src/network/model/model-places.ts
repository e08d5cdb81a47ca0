import type * as TensorFlow from '@tensorflow/tfjs';
import { ModelError, reasonOf } from './model-error.ts';

type FromConfig = (cls: unknown, config: unknown, ...rest: unknown[]) => unknown;
type Classes = Record<string, [cls: unknown, fromConfig: FromConfig]>;

/** What TensorFlow.js says of a class that it does not know, before it tells of reasons. */
const UNKNOWN = /^Unknown (\w+): (\S+?)\.(?: This may be due.*)?$/;

const DEEP = /^Maximum call stack/;

/** What JavaScript says where TensorFlow.js has not looked at what it was given. */
const INTERNAL = /^Cannot (read|set|destructure|use|convert)|is not (a function|iterable|a constructor)|^Invalid array length/;

const MODELS = /^(Sequential|Functional|Model)$/;

/** The longest of its sentences that are repeated: it prints configs. */
const LONGEST = 200;

/** Reads a model, and says at which layer it cannot be read. */
export async function withPlaces<T>(tf: typeof TensorFlow, name: string, run: () => Promise<T>): Promise<T> {
  const classes = classesOf(tf);
  const before = { ...classes };
  for (const [kind, [cls, fromConfig]] of Object.entries(before)) {
    const read: FromConfig = (...args) => {
      try {
        return fromConfig(...args);
      } catch (error) {
        const [, config] = args;
        // Initializers and the like have no name: the layer that they belong to has one.
        if (!hasName(config)) throw error;
        throw placed(error, name, `${MODELS.test(kind) ? 'model' : 'layer'} ${config.name} (${kind}): `);
      }
    };
    classes[kind] = [cls, read];
  }
  try {
    return await run();
  } catch (error) {
    throw placed(error, name, '');
  } finally {
    Object.assign(classes, before);
  }
}

/** Every class that TensorFlow.js can read from a file, those that somebody has registered among them. */
export const classesOf = (tf: typeof TensorFlow): Classes =>
  tf.serialization.SerializationMap.getMap().classNameMap as unknown as Classes;

/** An error as one of ours, with the place where it happened, if it is none yet. */
export const placed = (error: unknown, name: string, place: string): ModelError =>
  error instanceof ModelError ? error : new ModelError(`${name}: ${place}${inWords(reasonOf(error))}`);

const hasName = (config: unknown): config is { name: string } =>
  typeof config === 'object' && config !== null && 'name' in config && typeof config.name === 'string';

function inWords(reason: string): string {
  const [, what, kind] = UNKNOWN.exec(reason) ?? [];
  if (kind !== undefined) return unknownClass(what, kind);
  if (DEEP.test(reason)) return 'has more layers one after another than TensorFlow.js can go through, by recursion';
  const short = reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason;
  return INTERNAL.test(reason) ? `TensorFlow.js cannot read it (${short})` : short;
}

export const unknownClass = (what: string, kind: string): string =>
  `TensorFlow.js has no ${what} ${kind}; a builder script can register one (tf.serialization.registerClass)`;
