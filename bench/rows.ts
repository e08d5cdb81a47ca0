import type { Engine } from 'gainsay';
import { audited, concatenated } from './reading.ts';
import {
  inLaw,
  network,
  normals,
  seedrandomNormals,
  seedrandomUniforms,
  tensorFlowNormals,
  uniforms,
  withWeights,
} from './work.ts';

/** One line of the table: our time, and what is to be compared with it, each in seconds for the same work. */
export interface Row {
  readonly name: string;
  readonly ours: () => Promise<number>;
  /** A request to Python, or something that runs here. */
  readonly theirs: { readonly name: string; readonly ask: Record<string, unknown>; readonly times: number } | Here;
  /** Ratio of their time to ours: what must be reached, and what is aimed at. */
  readonly must?: number;
  readonly aim?: number;
}

interface Here {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** Numbers of a 100 × 256 network's weights. */
const MANY = 100 * 256 ** 2;
export const BATCH = 16;
const DEPTH = 100;

/** Layers that are timed, and counted for a hundred: a whole network of PyTorch's takes half a minute at 4096. */
const TIMED: Readonly<Record<number, number>> = { 256: 100, 1024: 20, 4096: 4 };
/** Networks at a time on our side. */
const NETWORKS: Readonly<Record<number, number>> = { 256: 32, 1024: 4, 4096: 1 };

export const way = (backward: boolean): string => (backward ? 'both ways' : 'forward');

export function rows(engines: readonly Engine[]): Row[] {
  const torch = (what: string) => ({ name: `PyTorch ${what}`, ask: { what: `torch ${what}`, count: MANY }, times: 1 });
  const numpy = (what: string) => ({ name: `NumPy ${what}`, ask: { what: `numpy ${what}`, count: MANY }, times: 1 });
  const torchNetwork = (width: number, backward: boolean) => ({
    name: 'PyTorch',
    ask: { what: 'torch network', width, depth: TIMED[width], batch: BATCH, backward },
    times: DEPTH / TIMED[width],
  });
  const law = (width: number, backward: boolean, must?: number, aim?: number): Row => ({
    name: `law, ${way(backward)}, ${width}`,
    ours: () => inLaw(network(width, DEPTH, BATCH), backward, NETWORKS[width]),
    theirs: torchNetwork(width, backward),
    ...(must !== undefined && { must }),
    ...(aim !== undefined && { aim }),
  });
  const weights = (engine: Engine, width: number, backward: boolean): Row => ({
    name: `${engine.name}, ${way(backward)}, ${width}`,
    ours: async () => {
      const timed = await withWeights(engine, network(width, TIMED[width], BATCH), backward, NETWORKS[width]);
      return (timed * DEPTH) / TIMED[width];
    },
    theirs: torchNetwork(width, backward),
    ...(engine.name === 'tensorflow' && width === 256 && !backward && { must: 0.8, aim: 1.5 }),
  });
  return [
    { name: 'normals', ours: () => normals(MANY), theirs: torch('normals'), must: 0.8, aim: 2 },
    { name: 'normals', ours: () => normals(MANY), theirs: numpy('normals') },
    {
      name: 'normals',
      ours: () => normals(MANY),
      theirs: { name: 'seedrandom + Box–Muller', run: () => seedrandomNormals(MANY) },
    },
    ...engines.map((engine) => ({
      name: 'normals',
      ours: () => normals(MANY),
      theirs: { name: `tf.randomNormal, ${engine.name}`, run: () => tensorFlowNormals(engine, MANY) },
    })),
    { name: 'uniforms', ours: () => uniforms(MANY), theirs: torch('uniforms') },
    { name: 'uniforms', ours: () => uniforms(MANY), theirs: numpy('uniforms') },
    { name: 'uniforms', ours: () => uniforms(MANY), theirs: { name: 'seedrandom', run: () => seedrandomUniforms(MANY) } },
    law(256, false, 5, 10),
    law(1024, false, 15, 30),
    law(4096, false, 50, 100),
    law(256, true),
    law(1024, true, 10, 25),
    law(4096, true),
    ...engines.flatMap((engine) =>
      [256, 1024, 4096].flatMap((width) => [weights(engine, width, false), weights(engine, width, true)]),
    ),
    { name: 'audit, 1 GB of float32', ours: audited, theirs: { name: 'cat', run: concatenated }, must: 1 / 3 },
  ];
}
