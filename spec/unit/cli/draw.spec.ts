import { describe, expect, test } from 'vitest';
import { fixture } from '../../fixture.ts';
import { Project } from './project.ts';

interface Drawn {
  init: string;
  shape: number[];
  seed: string;
  options: Record<string, unknown>;
  values: number[];
  law: { family: string; std: number };
  std: { estimate: number; interval: { lo: number; hi: number; method: string } | null };
}

const run = (...args: string[]) => new Project({}).run(['draw', ...args]);

describe('gainsay draw', () => {
  test('draws what PyTorch draws, with --generator torch', async () => {
    const { entries } = fixture<{ entries: { seed: string; shape: number[]; options: object; first: number[] }[] }>(
      'torch/xavier-uniform.json',
    );
    const entry = entries.find(({ shape, options }) => shape.join('x') === '3x5' && Object.keys(options).length === 0);
    const { code, stdout } = await run('xavier_uniform_', '3x5', '--seed', entry?.seed ?? '', '--generator', 'torch', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Drawn).values).toEqual(entry?.first);
  });

  test('prints first and last values, mean, std with an interval that holds the law’s, and the law', async () => {
    const { code, stdout } = await run('kaimingNormal', '256x256', '--nonlinearity', 'relu');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^kaimingNormal\(fan_in, relu\) of 256x256, seed 1, generator gainsay\nfirst {2}\S+ .*\nlast {3}\S+ .*\nmean {3}\S+\nstd /,
    );
    const [, lo, hi] = /^std .* in \[(\S+), (\S+)\] at α = 0\.000001/m.exec(stdout) ?? [];
    expect(Number(lo)).toBeLessThan(Math.sqrt(2 / 256));
    expect(Number(hi)).toBeGreaterThan(Math.sqrt(2 / 256));
    expect(stdout).toMatch(/^law {4}normal, mean 0, std 0\.0883883$/m);
  });

  test('gives the whole draw as JSON', async () => {
    const { stdout } = await run('uniform', '2x3', '--a', '-1', '--seed', 'any text', '--json');
    const drawn = JSON.parse(stdout) as Drawn;
    expect(drawn).toMatchObject({
      init: 'uniform',
      shape: [2, 3],
      seed: 'any text',
      options: { a: -1, generator: 'gainsay' },
      law: { family: 'uniform' },
    });
    expect(drawn.values).toHaveLength(6);
    expect(drawn.std.interval).toMatchObject({ lo: 0, method: 'κ-aware normal, approximate' });
  });

  test.each([
    [['foo', '3x3'], /^gainsay: initializer must be one of uniform_, .*; got "foo"\n$/],
    [['normal_', '3by3'], /^gainsay: shape must be integers joined by x, such as 256x256; got "3by3"\n$/],
    [['xavier_normal_', '5'], /^gainsay: shape must be of rank 2 or more.*; got \[5\]\n$/],
    [['normal_', '3x3', '--std', '-1'], /^gainsay: std must be .*; got -1\n$/],
    [['normal_', '3x3', '--std', 'x'], /^gainsay: --std must be a number; got "x"\n$/],
    [['normal_', '3x3', '--gain', '2'], /^gainsay: an option of normal_ must be one of mean, std; got "gain"\n$/],
    [['normal_', '3x3', '--generator', 'torch', '--seed', '1.5'], /^gainsay: seed must be an integer .*; got "1\.5"\n$/],
  ])('exits 2 and says what is allowed: %s', async (args, said) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });

  test('writes what is not finite as a text in JSON, and refuses a draw that would not fit', async () => {
    const { stdout } = await run('constant_', '1x2', '--val', 'Infinity', '--json');
    expect((JSON.parse(stdout) as { values: unknown[] }).values).toEqual(['Infinity', 'Infinity']);
    const { code, stderr } = await run('normal_', '99999x99999');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gainsay: shape must be one of at most 67108864 entries; got "99999x99999"\n',
    });
  });

  test('tells of what PyTorch would warn of', async () => {
    const { code, stderr } = await run('trunc_normal_', '3x3', '--mean', '9');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^gainsay: mean is more than 2 std from \[a, b\]/);
  });
});
