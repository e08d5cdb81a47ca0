/** A number as Python prints it: `15.959932327270508`, `17110408.0`, `7.196814275405414e+16`. */
export function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= 16 || exponent < -4) {
    const [digits, power] = value.toExponential().split('e');
    return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The lines that the notebook's `forward` prints for these stds, which PyTorch holds in float32. */
export function printedLines(std: Float64Array, firstNonFinite: number | null): string[] {
  const lines = Array.from(std, (value, layer) => `layer:${layer}, std:${pythonFloat(Math.fround(value))}`);
  return firstNonFinite === null ? lines : [...lines, `output is nan in ${firstNonFinite} layers`];
}
