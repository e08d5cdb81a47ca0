import { expect, test } from 'vitest';
import { mlp } from '../../../src/architecture/index.ts';
import { kaimingUniform, normal, xavierUniform } from '../../../src/init/index.ts';
import { TorchGenerator } from '../../../src/random/index.ts';
import { torchDraws } from '../../../src/replay/index.ts';

const init = xavierUniform();
const bias = normal({ mean: 1, std: 0.5 });
const [batch, shapes] = [
  3,
  [
    [20, 6],
    [5, 20],
  ],
] as const;
const network = mlp({ width: [6, 20, 5], batch, init, bias });

/** What the notebook's code asks of one generator, line by line; the last is what nobody has drawn yet. */
function asTheNotebook() {
  const generator = new TorchGenerator(7);
  const drawn = (each: { draw: typeof init.draw }, shape: readonly number[]) =>
    each.draw(shape, generator, new Float32Array(shape.reduce((product, size) => product * size)));
  // nn.Linear's own weights, which are lost.
  for (const shape of shapes) drawn(kaimingUniform({ slope: Math.sqrt(5) }), shape);
  const weights = shapes.map((shape) => drawn(init, shape));
  const input = generator.normals(new Float32Array(batch * 6));
  return { weights, input, generator, drawn };
}

test('the weights come in the notebook’s order, then the input, turned from rows to units', () => {
  const draws = torchDraws(network, new TorchGenerator(7));
  const { weights, input } = asTheNotebook();
  weights.forEach((expected, index) => {
    const out = new Float32Array(expected.length);
    draws.weight(index, out);
    expect(out).toEqual(expected);
  });
  const out = new Float32Array(input.length);
  draws.input(out);
  for (let row = 0; row < batch; row++) {
    for (let unit = 0; unit < 6; unit++) expect(out[unit * batch + row]).toBe(input[row * 6 + unit]);
  }
});

test('what the notebook never draws comes after all that it draws: biases by their initializer, then a gradient of normal numbers', () => {
  const draws = torchDraws(network, new TorchGenerator(7));
  const { generator, drawn } = asTheNotebook();
  const own = new Float32Array(20);
  draws.bias(0, own);
  expect(own).toEqual(drawn(bias, [20]));
  const g = new Float32Array(5 * batch);
  draws.cotangent(g);
  expect(g).toEqual(generator.normals(new Float32Array(5 * batch)));
});

test('a layer without biases draws none', () => {
  const draws = torchDraws(mlp({ width: [6, 20, 5], batch, init }), new TorchGenerator(7));
  const { generator } = asTheNotebook();
  const none = new Float32Array(20);
  draws.bias(0, none);
  expect(none).toEqual(new Float32Array(20));
  const g = new Float32Array(5);
  draws.cotangent(g);
  expect(g).toEqual(generator.normals(new Float32Array(5)));
});
