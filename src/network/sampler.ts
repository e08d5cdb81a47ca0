/**
 * How networks are drawn: with their weights, or `law`: in law where the weights are Gaussian, which takes no weights (see `realiseInLaw`);
 * networks of other weights are drawn with them all the same.
 */
export const SAMPLERS = ['weights', 'law'] as const;
export type Sampler = (typeof SAMPLERS)[number];
