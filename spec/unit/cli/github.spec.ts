import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Project, specOf } from './project.ts';

const SPEC = specOf({
  'room/holds': { band: [-40, 40] },
  'room/false': { band: [400, 500], wrongBy: [-50, -60] },
});
const line = SPEC.split('\n').findIndex((text) => text.includes('claim("room/false"')) + 1;

describe('gainsay verify on GitHub Actions', () => {
  test('annotates the line of each claim that fails, and adds the summary to what the step has said', async () => {
    const project = new Project({ 'a.spec.ts': SPEC, 'step.md': 'before\n' });
    const step = join(project.folder, 'step.md');
    const { code, stdout } = await project.run(['verify'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: step });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`^::error file=a\\.spec\\.ts,line=${line},title=room/false%3A refuted::room/false: .*%0A.*rerun`, 'm'),
    );
    expect(stdout.match(/^::/gm)).toHaveLength(1);
    expect(project.read('step.md')).toBe(`before\n${project.read('reports/summary.md')}`);
  });

  test('keeps the record alone on standard output with --json: GitHub reads standard error too', async () => {
    const project = new Project({ 'a.spec.ts': SPEC });
    const { stdout, stderr } = await project.run(['verify', '--json', '--quiet'], { GITHUB_ACTIONS: 'true' });
    expect(JSON.parse(stdout)).toEqual(project.record());
    expect(stderr).toMatch(/^::error file=a\.spec\.ts/m);
  });

  test('keeps below the size that GitHub drops, whatever the step has said before', async () => {
    const said = 'x'.repeat(2 ** 20 - 600);
    const project = new Project({ 'a.spec.ts': SPEC, 'step.md': said });
    const step = join(project.folder, 'step.md');
    await project.run(['verify', '--quiet'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: step });
    const added = project.read('step.md').slice(said.length);
    expect(Buffer.byteLength(added)).toBeLessThanOrEqual(600);
    expect(added).toContain('Cut here');
  });

  test('says nothing of this elsewhere', async () => {
    const project = new Project({ 'a.spec.ts': SPEC, 'step.md': '' });
    const { stdout } = await project.run(['verify'], { GITHUB_STEP_SUMMARY: join(project.folder, 'step.md') });
    expect(stdout).not.toContain('::');
    expect(project.read('step.md')).toBe('');
  });
});
