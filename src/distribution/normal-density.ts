const ROOT_OF_2_PI = Math.sqrt(2 * Math.PI);

/** Standard normal density, e^{−x²/2}/√(2π); its relative error grows as x²·2⁻⁵⁴, with the rounding of x². */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / ROOT_OF_2_PI;
