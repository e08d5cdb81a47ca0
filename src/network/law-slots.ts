/**
 * Where the rows of a network that is sampled in law are kept. For the way back, the normal numbers G that a layer was drawn with, its
 * pre-activations Z and its activations H stay; without it, all layers share the places of the first.
 */
export const SLOT = { input: 0, gradient: 1, next: 2, directions: 3, scratch: 4 } as const;
const FIRST = Object.keys(SLOT).length;
const A_LAYER = 3;

export const slotsFor = (depth: number, back: boolean): number => FIRST + A_LAYER * (back ? depth : 1);

export const slotsOf = (layer: number, back: boolean): { readonly g: number; readonly z: number; readonly h: number } => {
  const first = FIRST + A_LAYER * (back ? layer : 0);
  return { g: first, z: first + 1, h: first + 2 };
};
