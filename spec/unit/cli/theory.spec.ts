import { describe, expect, test } from 'vitest';
import { Project } from './project.ts';

interface Layer {
  layer: number;
  std: number | null;
  median: number;
  lo: number;
  hi: number;
  gradient: number;
  lnGradient: number;
}

interface Theory {
  fate: string;
  phase: string | null;
  q: number | null;
  c: number | null;
  chi1: number | null;
  xiQ: number | null;
  xiC: number | string | null;
  xiGradient: number | string | null;
  trainable: number | string | null;
  fixedPoints: { q: number; slope: number; stable: boolean }[];
  gain: { integral: number; pytorch: number | null };
  edge: { sigmaW2: number } | null;
  widthFor: number;
  layers: Layer[];
  sampled: { networks: number; seed: string } | null;
  reasons: Record<string, string>;
}

const run = (...args: string[]) => new Project({}).run(['theory', ...args]);

async function json(...args: string[]): Promise<Theory> {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Theory;
}

/** Equal to the digits that the literature prints: half a unit of the last. */
const printed = (value: unknown, text: string) =>
  expect(Math.abs(Number(value) - Number(text))).toBeLessThanOrEqual(0.5 * 10 ** -(text.split('.')[1] ?? '').length + 1e-12);

describe('gainsay theory', () => {
  test('gives the whole analysis as JSON: tanh at σ_w² = 2, σ_b² = 0.05 (Schoenholz et al. 2017)', async () => {
    const theory = await json('tanh', '--sigma-w', String(Math.SQRT2), '--sigma-b', String(Math.sqrt(0.05)), '--depth', '30');
    expect(theory).toMatchObject({ fate: 'settles', phase: 'chaotic', reasons: {} });
    printed(theory.q, '0.7218');
    printed(theory.c, '0.7441');
    printed(theory.chi1, '1.0477');
    printed(theory.xiQ, '1.388');
    printed(theory.xiC, '25.21');
    expect(theory.trainable).toBe(6 * Number(theory.xiC));
    printed(theory.edge?.sigmaW2, '1.7610');
    printed(theory.gain.integral, '1.592537');
    expect(theory.gain.pytorch).toBe(5 / 3);
    expect(theory.layers.map(({ layer }) => layer)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  test('says in words and lines what Xavier × 5/3 does to tanh: the std settles, the gradient explodes', async () => {
    const { code, stdout } = await run('tanh', '--gain', String(5 / 3));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^tanh: σ_w = 1\.6667, σ_b = 0, width 256, depth 100$/m);
    expect(stdout).toMatch(
      /^chaotic: the gradient's std grows ×1\.0999 a layer, ×10258 over 100 layers; inputs that were alike part/m,
    );
    expect(stdout).toMatch(
      /^fixed points of the variance map: q = 0 \(unstable, V′ = 2\.7778\), q = 1\.1785 \(stable, V′ = 0\.4309\)$/m,
    );
    expect(stdout).toMatch(/^PyTorch's gain +1\.6667 /m);
    expect(stdout).toMatch(/^ξ_∇ +-5\.2499 layers +the gradient's second moment grows by e/m);
    // Mean field after layers 0, 1, 2 and 99 (facts/theory.md, the notebook's cells), and a range that holds it.
    for (const [layer, std] of [
      [0, '0.75938'],
      [1, '0.69297'],
      [2, '0.6685'],
      [99, '0.65135'],
    ]) {
      const row =
        stdout
          .split('\n')
          .map((line) => line.trim().split(/ +/))
          .find(([first]) => first === String(layer)) ?? [];
      expect(row[1]).toBe(std);
      const [lo, median, hi] = row.slice(2, 5).map(Number);
      expect(lo).toBeLessThan(median);
      expect(median).toBeLessThan(hi);
      expect(lo).toBeLessThan(Number(std));
      expect(hi).toBeGreaterThan(Number(std));
    }
    const layers = stdout.trimEnd().split('\n').slice(-9, -1);
    expect(layers.map((line) => line.trim().split(' ')[0])).toEqual(['0', '1', '2', '5', '10', '20', '50', '99']);
    expect(stdout).toMatch(/^Percentiles: of 1000 float32 networks, sampled in law \(seed 1\)\.$/m);
    expect(stdout).not.toMatch(/NaN|null|undefined|Infinity/);
  });

  test('takes its percentiles from the exact law, from networks of the seed, or by expansion where there is no time for them', async () => {
    const exact = await json('relu', '--depth', '3', '--seed', '5');
    expect(exact).toMatchObject({ sampled: null, reasons: { sampled: 'the percentiles follow from the exact law of a layer' } });
    const few = ['tanh', '--gain', '1.5', '--width', '64', '--depth', '20'];
    const [five, again, six] = [
      await json(...few, '--seed', '5'),
      await json(...few, '--seed', '5'),
      await json(...few, '--seed', '6'),
    ];
    expect(five.sampled).toEqual({ networks: 1000, seed: '5' });
    expect(again).toEqual(five);
    const last = ({ layers }: Theory) => layers[19];
    expect(last(six).median).not.toBe(last(five).median);
    // The expansion is good to 1/width here; a median of 1000 networks has a standard error of 1.25 sd/√1000, and 98% of them span 4.65 sd.
    const large = await json('tanh', '--gain', '1.5', '--width', '65536', '--depth', '20');
    expect(large.sampled).toBeNull();
    expect(large.reasons['sampled']).toMatch(/delta method/);
    const error = (1.25 / Math.sqrt(1000) / 4.65) * (last(five).hi - last(five).lo);
    expect(Math.abs(last(five).median - last(large).median)).toBeLessThan(5 * error + last(large).median / 64);
  });

  test('says "dies" where the signal dies, and gives null and the reason for what there is none of', async () => {
    const theory = await json('tanh', '--sigma-w', '1');
    expect(theory).toMatchObject({
      fate: 'dies',
      phase: 'critical',
      q: 0,
      c: null,
      xiC: null,
      trainable: null,
      xiGradient: 'Infinity',
    });
    expect(theory.reasons['c']).toMatch(/^dies: with σ_w = 1 and no bias a tanh network's signal goes to 0/);
    // √Π χ(q_l) over 100 layers (facts/theory.md).
    printed(Math.exp(theory.layers[99].lnGradient), '0.0845');
    const { stdout } = await run('tanh', '--sigma-w', '0.5');
    expect(stdout).toMatch(/^dies: the signal's std shrinks ×0\.5 a layer\.$/m);
    expect(stdout).toMatch(/^c\* +none: dies /m);
    expect(stdout).not.toMatch(/NaN|null|undefined/);
  });

  test('says "explodes" where nothing holds the signal, as far as float64 goes and the gradient beyond it', async () => {
    const { stdout } = await run('linear', '--sigma-w', '16', '--depth', '300');
    expect(stdout).toMatch(/^explodes: with σ_w = 16 a linear network's signal grows without end/m);
    // 16³⁰⁰ = 10^361.236…
    expect(stdout).toMatch(/^The gradient's std changes ×1\.722e\+361 over 300 layers\.$/m);
    expect(stdout).toMatch(/^ +0 +16 /m);
    expect(stdout).toMatch(/^ +299 +– +– +– +– +×16 +×1\.722e\+361$/m);
    expect(stdout).not.toMatch(/NaN|null|undefined|Infinity/);
  });

  test('takes the activation’s own gain, where no σ_w is given: ReLU stays as it began', async () => {
    const theory = await json('relu', '--spread', '2', '--width', '64', '--depth', '20');
    expect(theory).toMatchObject({ fate: 'stays', phase: 'critical', c: 1, xiC: 'Infinity', xiQ: null });
    expect(theory.reasons['xiQ']).toMatch(/^stays: relu knows no scale/);
    // Var ln q grows by 5/n a layer: 2.326·√(20·5/n)/2 = ln 2 at n = 282, but for the first layer and what is O(1/n²).
    expect(theory.widthFor).toBeGreaterThan(0.9 * 282);
    expect(theory.widthFor).toBeLessThan(1.1 * 282);
  });

  test('takes the parameters of an activation', async () => {
    const theory = await json('leaky_relu', '--slope', '0.2', '--depth', '2');
    // √(2/(1 + s²)), by quadrature and as PyTorch has it.
    expect(theory.gain.pytorch).toBe(Math.sqrt(2 / (1 + 0.2 * 0.2)));
    expect(Math.abs(theory.gain.integral - Math.sqrt(2 / 1.04))).toBeLessThan(1e-12);
  });

  test.each([
    [
      ['tanh', '--gain', '1', '--sigma-w', '1'],
      /^error: option '--gain <number>' cannot be used with option '--sigma-w <number>'\n$/,
    ],
    [['tanhh'], /^gainsay: activation must be one of .*; got "tanhh"\n$/],
    [['tanh', '--sigma-w', '0'], /^gainsay: --sigma-w must be a finite number > 0; got 0\n$/],
    [['tanh', '--depth', '1e9'], /^gainsay: --depth must be an integer from 1 to 10000; got 1000000000\n$/],
    [['tanh', '--width', 'x'], /^gainsay: --width must be a finite number; got "x"\n$/],
  ])('exits 2 and says what is allowed: %s', async (args, said) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});
