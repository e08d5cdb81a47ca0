/** What is stored example by example, stored unit by unit: entry (unit, example) at `unit · batch + example`. */
export function unitByUnit(values: Float32Array, batch: number): Float32Array {
  const units = values.length / batch;
  const turned = new Float32Array(values.length);
  for (let row = 0; row < batch; row++) {
    for (let unit = 0; unit < units; unit++) turned[unit * batch + row] = values[row * units + unit];
  }
  return turned;
}
