import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

function cruise(folder: string): { modules: number; broken: string[] } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'src',
      '--config',
      join(repository, 'tools/floors.cjs'),
      '--output-type',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { totalCruised: number; violations: { rule: { name: string } }[] } };
  return { modules: summary.totalCruised, broken: summary.violations.map((violation) => violation.rule.name) };
}

/** A house of these files, cruised by our rules. */
function cruiseHouse(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'floors-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return cruise(folder).broken;
}

const room = 'export const a = 1;\nexport type A = number;\n';

describe('the floors', () => {
  test('hold in this house, every module of which is cruised', () => {
    const { modules, broken } = cruise(repository);
    expect(broken).toEqual([]);
    expect(modules).toBeGreaterThan(80);
  });

  test('let a room import from below', () => {
    expect(
      cruiseHouse({ 'src/claim/x.js': "import { a } from '../theory/y.js'; export { a };", 'src/theory/y.js': room }),
    ).toEqual([]);
  });

  test.each([
    ['stats', 'claim', 'upwards'],
    ['theory', 'network', 'across'],
    ['network', 'theory', 'across'],
    ['report', 'vitest', 'upwards'],
    ['cli', 'vitest', 'across'],
  ])('forbid that %s imports %s, which runs %s', (from, to) => {
    const files = { [`src/${from}/x.js`]: `import { a } from '../${to}/y.js'; export { a };`, [`src/${to}/y.js`]: room };
    expect(cruiseHouse(files)).toEqual([`floor: ${from} imports downwards only`]);
  });

  test('let the command load the room of vitest dynamically', () => {
    expect(
      cruiseHouse({ 'src/cli/x.js': "export const run = () => import('../vitest/y.js');", 'src/vitest/y.js': room }),
    ).toEqual([]);
  });

  test('forbid circles', () => {
    const files = {
      'src/init/x.js': "import './y.js'; export const a = 1;",
      'src/init/y.js': "import { a } from './x.js'; export { a };",
    };
    expect(cruiseHouse(files)).toContain('no circles');
  });
});
