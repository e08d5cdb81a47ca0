/** For outputs stored example by example, with their units along the last axis: the share of units that are one number throughout. */
export function deadShare(values: Float32Array, units: number): number {
  const rows = values.length / units;
  if (rows < 2) return Number.NaN;
  let dead = 0;
  for (let unit = 0; unit < units; unit++) {
    let at = unit + units;
    while (at < values.length && values[at] === values[unit]) at += units;
    if (at >= values.length) dead++;
  }
  return dead / units;
}

/** Where a bounded activation's slope is below 1% of its largest, told from what comes out. */
const SATURATED: Readonly<Record<string, (y: number) => boolean>> = {
  // φ′ = 1 − φ².
  tanh: (y) => 1 - y * y < 0.01,
  // φ′ = φ(1 − φ), at most 1/4.
  sigmoid: (y) => y * (1 - y) < 0.0025,
  hardSigmoid: (y) => y <= 0 || y >= 1,
  // φ′ = (1 − |φ|)².
  softsign: (y) => (1 - Math.abs(y)) ** 2 < 0.01,
};

/** The share of outputs at which a bounded activation is saturated; NaN for another activation. */
export function saturatedShare(values: Float32Array, activation: string | null): number {
  const saturated = SATURATED[activation ?? ''];
  if (!saturated) return Number.NaN;
  let count = 0;
  for (const value of values) if (saturated(value)) count++;
  return count / values.length;
}
