/**
 * Where the rows of a network that is sampled in law are kept. For the way back, a layer's pre-activations Z and the normal numbers
 * G that they were made of stay; without it, all layers share the places of the first.
 */
export const SLOT = { input: 0, signal: 1, before: 2, gradient: 3, next: 4, directions: 5, scratch: 6 } as const;
const FIRST = Object.keys(SLOT).length;

export const slotsFor = (depth: number, back: boolean): number => FIRST + 2 * (back ? depth : 1);
export const zSlot = (layer: number, back: boolean): number => FIRST + 2 * (back ? layer : 0);
export const gSlot = (layer: number, back: boolean): number => zSlot(layer, back) + 1;
