import { ModelError } from './model-error.ts';

/** Objects within objects, at most: recursion is by this too. */
const DEEP = 64;

/** No number in a config is larger: none that is a size could be. */
const LARGEST = 2 ** 31;

/** What ends a line, or speaks to a terminal. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Keys whose lists begin with a layer's name. */
const WIRES = new Set(['inboundNodes', 'inputLayers', 'outputLayers']);

/**
 * A config as TensorFlow.js reads it, so that what is checked is what is run: keys and texts in camelCase, names as they are (its
 * convertPythonicToTs, in layers/utils/serialization_utils). Seeds are left out: initializers that have one draw the same numbers each time.
 *
 * @throws ModelError for a config that is too deep, for a number that is none, and for what every object of JavaScript has: TensorFlow.js looks
 * up names in plain objects.
 */
export function configAsRead(config: unknown, name: string): unknown {
  return read(config, name, '', '', 0);
}

function read(value: unknown, name: string, key: string, path: string, depth: number): unknown {
  if (depth > DEEP) throw new ModelError(`${name}: is nested more than ${DEEP} deep, at ${shortened(path)}`);
  if (typeof value === 'string') return checked(camelCase(value), name, 'text', path);
  if (typeof value === 'number' && !(Math.abs(value) <= LARGEST))
    throw new ModelError(`${name}: ${shortened(path)} must be a number of at most ${LARGEST}; got ${value}`);
  if (Array.isArray(value)) {
    // A list may have holes where it was not JSON that it came from.
    return Array.from(value, (one: unknown, i) =>
      i === 0 && WIRES.has(key) && typeof one === 'string'
        ? checked(one, name, 'text', `${path}/0`)
        : read(one, name, key, `${path}/${i}`, depth + 1),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [given, one] of Object.entries(value)) {
    const at = `${path}/${given}`;
    const inner = checked(camelCase(checked(given, name, 'key', at)), name, 'key', at);
    if (inner === 'seed') continue;
    copy[inner] =
      given === 'name' && typeof one === 'string' ? checked(one, name, 'text', at) : read(one, name, inner, at, depth + 1);
  }
  return copy;
}

function checked(text: string, name: string, what: string, path: string): string {
  // Errors name keys and layers, in one line.
  if (text.search(CONTROL) >= 0)
    throw new ModelError(`${name}: has a ${what} with a control character, ${shortened(text.replace(CONTROL, '�'))}`);
  if (text in Object.prototype || text === 'prototype')
    throw new ModelError(`${name}: has a ${what} ${text}, at ${shortened(path)}`);
  return text;
}

/** TensorFlow.js's toCamelCase. */
function camelCase(text: string): string {
  return text.length <= 1 ? text : text.replace(/_+(\w|$)/g, (_, next: string) => next.toUpperCase());
}

export const shortened = (text: string): string => (text.length > 80 ? `…${text.slice(-80)}` : text);
