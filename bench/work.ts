import seedrandom from 'seedrandom';
import {
  type Architecture,
  drawsFromStreams,
  type Engine,
  mlp,
  normal,
  type Probe,
  realise,
  realiseInLaw,
  Stream,
  tanh,
} from 'gainsay';

/** Seconds that a measurement takes at the least: the clock, and what the machine does meanwhile, then weigh little. */
const LEAST = 0.2;

/** The time of one call in seconds, after one that warms up: the mean of as many as fill the least time. */
export async function seconds(work: () => unknown): Promise<number> {
  await work();
  const start = performance.now();
  for (let calls = 1; ; calls++) {
    await work();
    const elapsed = (performance.now() - start) / 1000;
    if (elapsed >= LEAST) return elapsed / calls;
  }
}

/** The network of all rows: tanh, Gaussian weights of gain 5/3. */
export function network(width: number, depth: number, batch: number): Architecture {
  return mlp({ width, depth, batch, activation: tanh, init: normal({ std: 5 / 3 / Math.sqrt(width) }) });
}

const probes = (backward: boolean): ReadonlySet<Probe> => new Set(backward ? ['gradient'] : []);

/** Seconds a network, of `networks` drawn with their weights. */
export async function withWeights(
  engine: Engine,
  architecture: Architecture,
  backward: boolean,
  networks: number,
): Promise<number> {
  const draws = (realisation: number) => drawsFromStreams(architecture, 1, realisation);
  return (await seconds(() => realise(engine, architecture, draws, 0, networks, probes(backward)))) / networks;
}

/** Seconds a network, of `networks` sampled in law. */
export async function inLaw(architecture: Architecture, backward: boolean, networks: number): Promise<number> {
  return (await seconds(() => realiseInLaw(architecture, 1, 0, networks, probes(backward)))) / networks;
}

export function normals(count: number): Promise<number> {
  const [stream, out] = [new Stream(1, 'bench'), new Float32Array(count)];
  return seconds(() => stream.normals(out));
}

export function uniforms(count: number): Promise<number> {
  const [stream, out] = [new Stream(1, 'bench'), new Float32Array(count)];
  return seconds(() => stream.uniforms(out));
}

/** As one would do it with seedrandom alone: its fastest generator, and Box & Muller's transform in JavaScript. */
export function seedrandomNormals(count: number): Promise<number> {
  const [random, out] = [seedrandom.alea('bench'), new Float32Array(count)];
  return seconds(() => {
    for (let i = 0; i < count; i += 2) {
      const [r, t] = [Math.sqrt(-2 * Math.log(1 - random.quick())), 2 * Math.PI * random.quick()];
      out[i] = r * Math.cos(t);
      out[i + 1] = r * Math.sin(t);
    }
  });
}

export function seedrandomUniforms(count: number): Promise<number> {
  const [random, out] = [seedrandom.alea('bench'), new Float32Array(count)];
  return seconds(() => {
    for (let i = 0; i < count; i++) out[i] = random.quick();
  });
}

export function tensorFlowNormals({ tf, name }: Engine, count: number): Promise<number> {
  return seconds(async () => {
    await tf.setBackend(name);
    const drawn = tf.randomNormal([count]);
    drawn.dataSync();
    drawn.dispose();
  });
}
