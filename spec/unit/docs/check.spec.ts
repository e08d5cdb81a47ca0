import { describe, expect, test } from 'vitest';
import { Project } from '../cli/project.ts';
import { blocksOf, filesOf, textOf } from './document.ts';
import { calledWithNpx } from './shell.ts';

const text = textOf('docs/check.md');
const [failing, gate] = blocksOf(text, 'sh').map((script) => calledWithNpx(script, { env: {} })[0].slice(1));
const printed = /^```\n(✗.*?)^```$/ms.exec(text)?.[1] ?? 'nothing is shown';

describe('The model of docs/check.md', () => {
  test('fails with the words that stand there', async () => {
    const project = new Project(filesOf(text));
    const { code, stdout } = await project.run(failing);
    expect(code).toBe(1);
    // Of two claims that fail there, the document shows one.
    expect(stdout.slice(0, printed.length)).toBe(printed);
  });

  test('passes when it is mended, writes its baseline, and is found where it was', async () => {
    const project = new Project(filesOf(text));
    const first = await project.run(gate, { CI: '' });
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(
      /a change of 0\.[34]\d*% \(ln std of the kernels, on average\) to [23]\d% \(ln (gradient )?std of dense_\d+ over/,
    );
    const again = await project.run([...gate, '--seed', 'fresh'], { CI: 'true' });
    expect(again.stdout).toMatch(/✓ supported check\/unmoved/);
    expect(again.code).toBe(0);
  });
});
