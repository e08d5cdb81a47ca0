/* eslint @typescript-eslint/no-explicit-any: 0, @typescript-eslint/no-unsafe-argument: 0, @typescript-eslint/no-unsafe-assignment: 0, @typescript-eslint/no-unsafe-call: 0, @typescript-eslint/no-unsafe-member-access: 0, @typescript-eslint/no-unsafe-return: 0 -- a JSON that is bent out of shape on purpose has no type */
import fc from 'fast-check';

/** Of any shape, or none. */
export type Json = any;

/** What stands where something else should. */
const ODD: readonly Json[] = [
  ...[null, true, '', 'x', [], {}, [[]], [null], ['x', 0, 0], 'relu', 'truncated_normal', 'to_string', '__proto__', 'a\nb'],
  ...[-1, 0, 1, 2, 17, 0.5, 2 ** 31, 1e12, Infinity, 1e-320, -1e-3],
  ...['TruncatedNormal', 'Orthogonal', 'Dense', 'Sequential', 'Functional', 'LSTM', 'Conv2D', 'Bidirectional'],
  { class_name: 'TruncatedNormal', config: { mean: 0, stddev: 0 } },
  { class_name: 'VarianceScaling', config: { scale: 1e-300, mode: 'fan_in', distribution: 'truncated_normal' } },
];

/** Keys that TensorFlow.js knows, two of them as it would read them too. */
const KEYS = [
  ...[
    'units',
    'stddev',
    'stddev_',
    'scale',
    'kernel_size',
    'strides',
    'dilation_rate',
    'padding',
    'name',
    'class_name',
    'config',
  ],
  ...[
    'inbound_nodes',
    'inbound__nodes',
    'batch_input_shape',
    'inputShape',
    'weights',
    'dtype',
    'layers',
    'custom_objects',
    'seed',
  ],
];

/** One way to bend a JSON: what is done, and at which of its places. */
export type Bend = readonly [what: 'put' | 'delete' | 'add' | 'move' | 'repeat', at: number, other: number];

export const bends: fc.Arbitrary<Bend[]> = fc.array(
  fc.tuple(fc.constantFrom('put', 'delete', 'add', 'move', 'repeat'), fc.nat(100_000), fc.nat(100_000)),
  { minLength: 1, maxLength: 4 },
);

/** A copy, bent. */
export function bent(json: Json, how: readonly Bend[]): Json {
  const copy = structuredClone(json);
  for (const [what, at, other] of how) {
    const all = places(copy);
    if (all.length === 0) break;
    const [holder, key] = all[at % all.length];
    const [from, taken] = all[other % all.length];
    if (what === 'put') holder[key] = structuredClone(ODD[other % ODD.length]);
    else if (what === 'move') holder[key] = structuredClone(from[taken]);
    else if (what === 'delete') {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    } else if (what === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    else holder[KEYS[other % KEYS.length]] = structuredClone(ODD[at % ODD.length]);
  }
  return copy;
}

/** Every place in a JSON but the whole: what holds it, and by which key. */
function places(value: Json): [holder: Json, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value as object).flatMap((key): [Json, string][] => [[value, key], ...places(value[key])]);
}
