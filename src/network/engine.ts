import type * as TensorFlow from '@tensorflow/tfjs';
import { oneOf } from '../parameter.ts';

export const BACKENDS = ['tensorflow', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];
/** A backend by name, or `auto`: the first of them that can be had. */
export type BackendChoice = BackendName | 'auto';

/** TensorFlow.js on one of its backends, ready to compute. */
export interface Engine {
  readonly tf: typeof TensorFlow;
  readonly name: BackendName;
  /** What computes, and its version: `TensorFlow 2.21.0 by tfjs-node 4.22.0`. */
  readonly version: string;
  /** How many networks are best evaluated at once (measured: see `networksAtOnce`). */
  readonly networksAtOnce: number;
}

/** A backend that was insisted on and cannot be had. */
export class EngineError extends Error {
  override name = 'EngineError';
}

const REMEDY: Record<BackendName, string> = {
  tensorflow: 'run `npm run setup:native` in the repository, or choose GAINSAY_BACKEND=wasm',
  wasm: 'run `npm ci` again, or choose GAINSAY_BACKEND=cpu',
  cpu: 'run `npm ci` again',
};

/**
 * Loads TensorFlow.js on the backend chosen; with `auto`, on tensorflow, else wasm, else cpu.
 *
 * @throws ParameterError for an unknown name; EngineError, with the reason and a remedy, where the backend cannot be had.
 */
export function loadEngine(choice: BackendChoice = 'auto'): Promise<Engine> {
  const next = loading.then(() => load(choice));
  loading = next.catch(() => {});
  return next;
}

/** One at a time: of two that start a backend at once, as concurrent tests do, TensorFlow.js fails the first. */
let loading: Promise<unknown> = Promise.resolve();

async function load(choice: BackendChoice): Promise<Engine> {
  const wanted = oneOf('backend', choice, ['auto', ...BACKENDS]);
  const candidates = wanted === 'auto' ? BACKENDS : [wanted];
  const reasons: string[] = [];
  for (const name of candidates) {
    try {
      return await LOAD[name]();
    } catch (error) {
      const [reason] = String(error instanceof Error ? error.message : error)
        .trim()
        .split('\n');
      reasons.push(`backend ${name} cannot be had: ${reason}; ${REMEDY[name]}`);
    }
  }
  throw new EngineError(reasons.join('; '));
}

/**
 * Networks at once, width 256 and batch 16, time a network: on tfjs-node 32 together take a quarter of the time of one by
 * one; on wasm four together take twice the time of one by one.
 */
const LOAD: Record<BackendName, () => Promise<Engine>> = {
  async tensorflow() {
    await hushTensorFlow();
    const tf = await import('@tensorflow/tfjs-node');
    await start(tf, 'tensorflow');
    const { binding } = tf.backend() as unknown as { binding: { TF_Version: string } };
    const version = `TensorFlow ${binding.TF_Version} by tfjs-node ${(tf.version as Record<string, string>)['tfjs-node']}`;
    return { tf, name: 'tensorflow', version, networksAtOnce: 32 };
  },
  async wasm() {
    const tf = await import('@tensorflow/tfjs');
    const { version_wasm } = await import('@tensorflow/tfjs-backend-wasm');
    await withoutNewHandlers(() => start(tf, 'wasm'));
    return { tf, name: 'wasm', version: `tfjs-backend-wasm ${version_wasm}`, networksAtOnce: 1 };
  },
  async cpu() {
    const tf = await import('@tensorflow/tfjs');
    await start(tf, 'cpu');
    return { tf, name: 'cpu', version: `tfjs ${tf.version.tfjs}, plain JavaScript`, networksAtOnce: 1 };
  },
};

/** TensorFlow talks on stderr while it loads; tfjs-node 4.22 calls two functions that Node 22 warns of and Node 23 has removed. */
async function hushTensorFlow(): Promise<void> {
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '3';
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '0';
  const { default: util } = await import('node:util');
  Object.assign(util, { isNullOrUndefined: (value: unknown) => value === null || value === undefined, isArray: Array.isArray });
}

/** The wasm runtime would handle every uncaught error of the process, ours included, by printing its own source. */
async function withoutNewHandlers(load: () => Promise<void>): Promise<void> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => process.listeners(event as 'uncaughtException'));
  await load();
  events.forEach((event, i) => {
    for (const listener of process.listeners(event as 'uncaughtException')) {
      if (!before[i].includes(listener)) process.removeListener(event, listener);
    }
  });
}

async function start(tf: typeof TensorFlow, name: BackendName): Promise<void> {
  // Production mode is how TensorFlow.js is told not to advertise its other backends.
  tf.enableProdMode();
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js did not start its ${name} backend`);
  await tf.ready();
}
