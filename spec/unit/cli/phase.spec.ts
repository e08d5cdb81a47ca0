import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Project } from './project.ts';

describe('gainsay phase', () => {
  test('writes the picture and the page, prints where they are, and tells of its progress on standard error', async () => {
    const project = new Project({});
    const { code, stdout, stderr } = await project.run(['phase', 'tanh', '--grid', '9x6']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'reports/phase-tanh.svg\nreports/phase-tanh.html\n' });
    expect(stderr).toMatch(/54\/54 cells/);
    expect(readdirSync(join(project.folder, 'reports')).toSorted()).toEqual(['phase-tanh.html', 'phase-tanh.svg']);
    expect(project.read('reports/phase-tanh.svg')).toMatch(/^<svg xmlns/);
    const page = project.read('reports/phase-tanh.html');
    // The edge at the default σ_b's second row, 0.2 (facts/theory.md), and the places: nn.Linear's, the notebook's, the gain, PyTorch's.
    expect(page).toMatch(/0\.2<\/div>[^]*?1\.3041<\/div>/);
    for (const place of ['0.57735', '1.5925', '1.6667']) expect(page).toContain(`<div>${place}</div>`);
    expect(page).toContain('N(0, 1/n); the notebook’s In [9]');
    expect(page).toContain('PyTorch’s calculate_gain; the notebook’s In [10]');
  });

  test('draws the rectangle that was asked for, in silence, into the folder that was named, whatever the activation', async () => {
    const project = new Project({});
    const args = ['leaky_relu', '--slope', '0.2', '--sigma-w', '1..2', '--sigma-b', '0.5..0.75', '--grid', '4x3'];
    const { code, stdout, stderr } = await project.run(['phase', ...args, '--quiet', '--out', 'a/b']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('a/b/phase-leaky_relu.svg\na/b/phase-leaky_relu.html\n');
    const page = project.read('a/b/phase-leaky_relu.html');
    expect(page).toContain('The phases of wide leaky_relu (slope 0.2) networks');
    // The usual places have no biases, and lie outside.
    expect(page).not.toContain('N(0, 1/n)');
    expect(page).toContain('the signal explodes');
  });

  test('ends on Ctrl-C with 130, the last picture whole and no other file beside it', async () => {
    const project = new Project({});
    await project.run(['phase', 'relu', '--grid', '2x2', '--quiet']);
    const whole = project.read('reports/phase-relu.svg');
    // Ten minutes of work; what interrupts it comes within its first second.
    const { child, finished } = project.start(['phase', 'tanh', '--grid', '400x400']);
    await new Promise<void>((resolve) => child.stderr?.on('data', (chunk: Buffer) => chunk.includes('/160000') && resolve()));
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ code: 130, stdout: '' });
    expect(readdirSync(join(project.folder, 'reports')).toSorted()).toEqual(['phase-relu.html', 'phase-relu.svg']);
    expect(project.read('reports/phase-relu.svg')).toBe(whole);
  });

  test.each([
    [['tanh', '--sigma-w', '3'], /^gainsay: --sigma-w must be two numbers joined by two dots, such as 0\.5\.\.3; got "3"\n$/],
    [['tanh', '--sigma-b', '2..1'], /^gainsay: --sigma-b must be a range that rises from 0 or more; got "2\.\.1"\n$/],
    [['tanh', '--grid', '60'], /^gainsay: --grid must be two integers from 1 to 1000 joined by x, such as 60x40; got "60"\n$/],
    [
      ['tanh', '--grid', '1x1', '--quiet', '--out', 'vitest.config.ts'],
      /^gainsay: --out must be a folder that can be written to \(EEXIST\)/,
    ],
  ])('exits 2 and says what is allowed: %s', async (args, said) => {
    const { code, stdout, stderr } = await new Project({}).run(['phase', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});

describe('gainsay --help', () => {
  test('has an example of each command about theory', async () => {
    const { stdout } = await new Project({}).run(['--help']);
    expect(stdout).toMatch(/^ {2}gainsay theory tanh --sigma-w 1\.5 --sigma-b 0\.1$/m);
    expect(stdout).toMatch(/^ {2}gainsay phase gelu --sigma-w 0\.5\.\.2\.5$/m);
  });
});
