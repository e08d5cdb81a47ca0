// How often a check is wrong: fresh seeds on correct small models, of which none may be refuted, and the same with a gain that is off.
// Usage: npm run false-alarms -- [--runs 500] [--first 1000] [--backend wasm] [--detect 20]
import { parseArgs } from 'node:util';
import { check } from '../src/check/index.ts';
import { type BackendChoice, loadEngine, type ModelBuilder, modelFromBuilder } from '../src/network/index.ts';
import { clopperPearson, type Verdict } from '../src/stats/index.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    first: { type: 'string', default: '1000' },
    backend: { type: 'string', default: 'wasm' },
    detect: { type: 'string', default: '20' },
  },
});

/** A chain of dense layers with an output of 10; `scale` is fan_in·Var(w), drawn from a uniform law. */
const dense =
  (activation: 'relu' | 'tanh' | 'selu' | 'linear', depth: number, units: number, scale: number): ModelBuilder =>
  (tf) => {
    const kernelInitializer = () => tf.initializers.varianceScaling({ scale, mode: 'fanIn', distribution: 'uniform' });
    const hidden = Array.from({ length: depth }, (_, i) =>
      tf.layers.dense({ units, activation, kernelInitializer: kernelInitializer(), ...(i === 0 && { inputShape: [units] }) }),
    );
    return tf.sequential({ layers: [...hidden, tf.layers.dense({ units: 10, kernelInitializer: 'glorotUniform' })] });
  };

/** Convolutions with residual adds, batch normalisation and pooling. */
const convolutional: ModelBuilder = (tf) => {
  const conv = () => tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', kernelInitializer: 'heUniform' });
  const input = tf.input({ shape: [8, 8, 3] });
  let x = tf.layers.reLU().apply(conv().apply(input)) as typeof input;
  for (let block = 0; block < 3; block++) {
    const inner = tf.layers.batchNormalization().apply(conv().apply(tf.layers.reLU().apply(x))) as typeof input;
    x = tf.layers.layerNormalization().apply(tf.layers.add().apply([x, inner])) as typeof input;
  }
  const pooled = tf.layers.globalAveragePooling2d({}).apply(x) as typeof input;
  return tf.model({ inputs: input, outputs: tf.layers.dense({ units: 10 }).apply(pooled) as typeof input });
};

const CORRECT: readonly (readonly [string, ModelBuilder])[] = [
  ['ReLU, Kaiming, 10 × 32', dense('relu', 10, 32, 2)],
  ['tanh, Xavier × 5/3, 12 × 32', dense('tanh', 12, 32, 25 / 9)],
  ['SELU, LeCun, 10 × 32', dense('selu', 10, 32, 1)],
  ['linear, Xavier, 8 × 64', dense('linear', 8, 64, 1)],
  ['residual convolutions', convolutional],
];

const engine = await loadEngine(values.backend as BackendChoice);

async function verdictOf(build: ModelBuilder, seed: number, within?: number): Promise<Verdict> {
  const subject = { model: modelFromBuilder(build) };
  const { claims } = await check(subject, engine, { seed, rerun: '', ...(within !== undefined && { within }) });
  const verdicts = new Set(claims.map(({ verdict }) => verdict));
  return verdicts.has('refuted') ? 'refuted' : verdicts.has('undecided') ? 'undecided' : 'supported';
}

const rate = (count: number, runs: number): string => {
  const { lo, hi } = clopperPearson(count, runs, 0.05).interval;
  return `${count} of ${runs} (${(100 * lo).toFixed(1)} to ${(100 * hi).toFixed(1)}%)`;
};

async function counted(runs: number, verdict: (run: number) => Promise<Verdict>): Promise<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { supported: 0, refuted: 0, undecided: 0 };
  for (let run = 0; run < runs; run++) counts[await verdict(run)]++;
  return counts;
}

const [runs, first, detect] = [values.runs, values.first, values.detect].map(Number);
console.log(`${engine.name} (${engine.version}), seeds ${first} and on; intervals at 95%\n`);
console.log('correct models: refuted, undecided');
let refuted = 0;
for (const [i, [name, build]] of CORRECT.entries()) {
  const share = Math.floor(runs / CORRECT.length) + (i < runs % CORRECT.length ? 1 : 0);
  const counts = await counted(share, (run) => verdictOf(build, first + 1000 * i + run));
  refuted += counts.refuted;
  console.log(`  ${name}: ${rate(counts.refuted, share)}, ${counts.undecided}`);
}
console.log(`  all: ${rate(refuted, runs)} refuted\n`);

console.log('ReLU, 64 units, the std of every kernel off: not supported, and refuted');
for (const depth of [10, 30, 100]) {
  for (const within of [10, 2]) {
    for (const off of [-0.2, -0.1, -0.05, 0.05, 0.1, 0.2]) {
      const build = dense('relu', depth, 64, 2 * (1 + off) ** 2);
      const counts = await counted(detect, (run) => verdictOf(build, first + 50_000 + run, within));
      console.log(
        `  ${depth} layers, within ${within}, ${off > 0 ? '+' : ''}${100 * off}%: ${rate(detect - counts.supported, detect)}, ${counts.refuted} refuted`,
      );
    }
  }
}
process.exitCode = refuted === 0 ? 0 : 1;
