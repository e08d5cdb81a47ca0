import type { Engine } from 'gainsay';
import { exponent, type Spread, spreadOf } from './statistics.ts';
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
      name: 'law, both ways, by width',
      sizes: widths,
      seconds: (width) => law(width, 20, 16, true),
      must: 1.15,
      aim: 1.05,
    },
    { name: 'law, forward, by depth', sizes: [25, 50, 100, 200, 400], seconds: (depth) => law(256, depth, 16) },
    { name: 'law, forward, by batch', sizes: [4, 8, 16, 32, 64], seconds: (batch) => law(256, 50, batch) },
    ...engines.flatMap((engine) => {
      const weights = (width: number, depth: number, batch: number) =>
        withWeights(engine, network(width, depth, batch), false, networks(width * width));
      return [
        {
          name: `${engine.name}, forward, by width`,
          sizes: [128, 256, 512, 1024],
          seconds: (width: number) => weights(width, 10, 16),
        },
        {
          name: `${engine.name}, forward, by depth`,
          sizes: [10, 20, 40, 80],
          seconds: (depth: number) => weights(256, depth, 16),
        },
        {
          name: `${engine.name}, forward, by batch`,
          sizes: [4, 8, 16, 32, 64],
          seconds: (batch: number) => weights(256, 10, batch),
        },
      ];
    }),
  ];
}

/** The exponents of `rounds` rounds, each over all sizes. */
export async function fitted({ sizes, seconds }: Growth, rounds: number): Promise<Spread> {
  const exponents: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const points: [size: number, time: number][] = [];
    for (const size of sizes) points.push([size, await seconds(size)]);
    exponents.push(exponent(points));
  }
  return spreadOf(exponents);
}
