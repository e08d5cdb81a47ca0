import { describe, expect, test } from 'vitest';
import { deadLines } from '../../../src/audit/dead-lines.ts';
import { axesOf, matrixView } from '../../../src/audit/matrix-view.ts';
import { measure } from '../../../src/audit/measure.ts';
import { normal } from '../../../src/init/index.ts';
import { checkpointOf } from './checkpoint-of.ts';
import { asTensorFlow, columnByColumn, drawn } from './drawn.ts';

const SHAPE = [7, 5, 3, 2];

/** A weight of 7 units and 5 inputs, of which the units 2 and 6 and the input 4 are dead. */
function weight() {
  const made = drawn(normal(), SHAPE, 1);
  made.data.forEach((_, at) => {
    const [unit, input] = [Math.floor(at / 30), Math.floor(at / 6) % 5];
    if (unit === 2 || unit === 6 || input === 4) made.data[at] = 0;
  });
  return made;
}

describe('a weight as a matrix', () => {
  test.each([
    ['(out, in, k…), row by row', 'torch', weight()],
    ['(out, in, k…), column by column', 'torch', columnByColumn(weight())],
    ['(k…, in, out), row by row', 'tf', asTensorFlow(weight())],
    ['(k…, in, out), column by column', 'tf', columnByColumn(asTensorFlow(weight()))],
  ] as const)('has the same units and inputs, dead and alive, as %s', async (_, layout, made) => {
    const [tensor] = checkpointOf({ weight: made }, layout).tensors;
    expect(axesOf(tensor.shape, layout)).toEqual({ outputs: 7, inputs: 5, kernel: 6 });
    const view = matrixView(tensor, layout);
    const dead = deadLines(view, await measure(tensor, view, () => undefined));
    expect(dead).toEqual({ outputs: [2, 6], inputs: [4], zeros: 2 * 30 + 5 * 6 });
  });

  test('that is 0 as a whole has nothing dead', async () => {
    const [tensor] = checkpointOf({ weight: { shape: [3, 4], data: new Float32Array(12) } }).tensors;
    const view = matrixView(tensor, 'torch');
    expect(deadLines(view, await measure(tensor, view, () => undefined))).toEqual({ outputs: [], inputs: [], zeros: 0 });
  });
});
