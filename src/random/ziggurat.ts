/**
 * The ziggurat's 256 layers for the standard normal density.
 *
 * A 32-bit word gives a layer (8 bits), a sign (1 bit) and a position in the layer (23 bits). The three use different bits:
 * with shared ones the normals fail tests of uniformity (Doornik 2005, "An improved ziggurat method to generate normal random
 * samples", section 3). Layers and constants: Marsaglia & Tsang, "The ziggurat method", J. Stat. Softw. 5(8), 2000.
 */
const LAYERS = 256;
/** Where the tail begins, and the area of each layer (Marsaglia & Tsang 2000, p. 5). */
export const TAIL = 3.6541528853610088;
const AREA = 0.00492867323399;
const POSITIONS = 2 ** 23;

/** Density without its constant, exp(−x²/2). */
export const density = (x: number): number => Math.exp(-0.5 * x * x);

/** Right edges: x[0] is the width that layer 0 would have as a rectangle, x[1] = TAIL, falling to x[256] = 0. */
const edge: Float64Array = new Float64Array(LAYERS + 1);
/** Density at each edge. */
export const height: Float64Array = new Float64Array(LAYERS + 1);
/** Positions below `inside[i]` lie under the curve whatever the height: the one comparison that 99% of draws take. */
export const inside: Float64Array = new Float64Array(LAYERS);
/** Width of one position in layer i. */
export const step: Float64Array = new Float64Array(LAYERS);

edge[0] = AREA / density(TAIL);
edge[1] = TAIL;
for (let i = 2; i < LAYERS; i++) edge[i] = Math.sqrt(-2 * Math.log(AREA / edge[i - 1] + density(edge[i - 1])));
for (let i = 0; i <= LAYERS; i++) height[i] = density(edge[i]);
for (let i = 0; i < LAYERS; i++) {
  step[i] = edge[i] / POSITIONS;
  inside[i] = Math.floor((edge[i + 1] / edge[i]) * POSITIONS);
}
