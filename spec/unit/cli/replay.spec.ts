import { describe, expect, test } from 'vitest';
import { Project } from './project.ts';

interface Replayed {
  cell: number;
  lines: { replayed: string; printed: string | null; difference: number | null }[];
  worst: number | null;
}

const env = { GAINSAY_BACKEND: process.env['GAINSAY_BACKEND'] ?? 'auto' };

describe('gainsay replay', () => {
  test('prints the lines of a cell beside those that the notebook printed, and the worst difference', async () => {
    const { code, stdout, stderr } = await new Project({}).run(['replay', '6'], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^layer:0, std:15\.9599\d+ +layer:0, std:15\.959932327270508 +\d/m);
    expect(stdout).toMatch(/^layer:31, std:nan$/m);
    expect(stdout).toMatch(/^output is nan in 31 layers$/m);
    expect(stdout).toMatch(/^worst relative difference of the 30 printed lines: \d\.\de-[789]$/m);
  });

  test('replays all six cells, every printed std within 1e-5, as JSON too', async () => {
    const { code, stdout } = await new Project({}).run(['replay', '--json'], env);
    const replays = JSON.parse(stdout) as Replayed[];
    expect(code).toBe(0);
    expect(replays.map(({ cell }) => cell)).toEqual([6, 8, 9, 10, 13, 1]);
    const compared = replays.flatMap(({ lines }) => lines.flatMap(({ difference }) => difference ?? []));
    expect(compared).toHaveLength(149);
    expect(Math.max(...compared)).toBeLessThan(1e-5);
    expect(replays.at(-1)).toMatchObject({ worst: null, lines: [{ printed: 'gain:1.5827221870422363' }] });
  });

  test('takes a cell by its name, and refuses one that there is not', async () => {
    const project = new Project({});
    expect((await project.run(['replay', 'kaiming-relu'], env)).stdout).toMatch(/^In \[13\] kaiming-relu/);
    const { code, stderr } = await project.run(['replay', '7'], env);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^gainsay: cell must be one of 6, std-one, .*; got "7"\n$/);
  });
});
