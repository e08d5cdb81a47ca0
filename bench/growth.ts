import { median } from 'simple-statistics';
import type { Engine } from 'gainsay';
import { exponent } from './statistics.ts';
import { inLaw, network, withWeights } from './work.ts';

/** How the time of a network grows with one of its sizes: the exponent that fits, and what it is to stay below. */
export interface Growth {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly seconds: (size: number) => Promise<number>;
  readonly must?: number;
  readonly aim?: number;
}

const networks = (numbers: number) => Math.max(1, Math.round(2 ** 20 / numbers));

export function growths(engines: readonly Engine[]): Growth[] {
  const law = (width: number, depth: number, batch: number, backward = false) =>
    inLaw(network(width, depth, batch), backward, networks(width * depth * batch));
  const widths = [256, 512, 1024, 2048, 4096];
  return [
    { name: 'law, forward, by width', sizes: widths, seconds: (width) => law(width, 50, 16), must: 1.15, aim: 1.05 },
    {
      name: 'law, forward + backward, by width',
      sizes: widths,
      seconds: (width) => law(width, 20, 16, true),
      must: 1.15,
      aim: 1.05,
    },
    { name: 'law, forward, by depth', sizes: [25, 50, 100, 200, 400], seconds: (depth) => law(256, depth, 16) },
    { name: 'law, forward, by batch', sizes: [4, 8, 16, 32, 64], seconds: (batch) => law(256, 50, batch) },
    ...engines.map((engine) => ({
      name: `weights on ${engine.name}, forward, by width`,
      sizes: [128, 256, 512, 1024],
      seconds: (width: number) => withWeights(engine, network(width, 10, 16), false, networks(width * width)),
    })),
  ];
}

/** The exponent of the median times of `rounds` rounds over all sizes. */
export async function fitted({ sizes, seconds }: Growth, rounds: number): Promise<number> {
  const times = sizes.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, size] of sizes.entries()) times[i].push(await seconds(size));
  }
  return exponent(sizes.map((size, i) => [size, median(times[i])]));
}
