import type { Architecture } from '../architecture/index.ts';

/** Why an architecture cannot be sampled in law: the weights that are not independent N(0, σ²) numbers; undefined where all are. */
export function lawObjection({ layers }: Architecture): string | undefined {
  for (const [index, { init, fanIn, fanOut, stream }] of layers.entries()) {
    const { family, mean } = init.law([fanOut, fanIn]);
    if (family !== 'normal' || mean !== 0) return init.name;
    if (stream !== index) return `layer ${index} with the weights of layer ${stream}`;
  }
  return undefined;
}
