/** Beyond this factor between the largest and the smallest value, a linear axis shows only the large ones. */
const LINEAR_UP_TO = 20;

/** Whether values that cannot be below zero want a logarithmic axis. */
export function needsLog(values: readonly number[]): boolean {
  const positive = values.filter((value) => value > 0);
  return positive.length > 0 && Math.max(...positive) / Math.min(...positive) > LINEAR_UP_TO;
}

/** How many decades lie between two ticks. */
const STEPS = [1, 2, 3, 5, 10, 20, 50, 100];

/** Some six round numbers between `lo` and `hi`, both above zero: powers of ten, with 2 and 5 between them over few decades. */
export function logTicks(lo: number, hi: number): number[] {
  const [first, last] = [Math.floor(Math.log10(lo)), Math.ceil(Math.log10(hi))];
  const step = STEPS.find((one) => (last - first) / one <= 7) ?? STEPS[STEPS.length - 1];
  const between = last - first <= 3 ? [1, 2, 5] : [1];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((power) => power % step === 0);
  // From its decimal text: 10 ** -5 is not 1e-5.
  return powers
    .flatMap((power) => between.map((digit) => Number(`${digit}e${power}`)))
    .filter((tick) => tick >= lo && tick <= hi);
}
