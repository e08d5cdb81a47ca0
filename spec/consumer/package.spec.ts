import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';

const { packed, bytes } = inject('consumer');
const paths = packed.map(({ path }) => path);
const repository = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as {
  private: boolean;
  exports: Record<string, string | Record<string, string>>;
};

describe('What is packed', () => {
  const ours = (folder: string) => readdirSync(`${repository}${folder}`).map((name) => `${folder}/${name}`);
  // Without the wrong answers: they are for the spec that judges the lessons.
  const lessons = ours('spec/lessons')
    .filter((path) => !path.includes('.'))
    .flatMap((lesson) => ours(lesson).filter((path) => !path.endsWith('/wrong')));

  test('is the command, what was built, the documents, the lessons, the schemas, and the notebook’s printout: nothing else', () => {
    const others = paths.filter((path) => !path.startsWith('dist/'));
    expect(others.sort()).toEqual(
      [
        'bin/gainsay.js',
        'CHANGELOG.md',
        'fixtures/notebook/PROVENANCE.md',
        'fixtures/notebook/printed.json',
        'package.json',
        'README.md',
        ...ours('docs'),
        ...lessons,
        ...ours('schema'),
      ].sort(),
    );
  });

  test('holds of every module its JavaScript and its types, and of nothing that is no module any more', () => {
    const modules = readdirSync(`${repository}src`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))
      .filter((path) => !/^(kernel\/assembly|report\/browser)\//.test(path));
    const built = modules.flatMap((path) => ['js', 'd.ts'].map((extension) => `dist/${path.replace(/ts$/, extension)}`));
    expect(paths.filter((path) => path.startsWith('dist/')).sort()).toEqual(built.sort());
  });

  test('holds every file that an entry point names', () => {
    const named = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry['types'], entry['default']],
    );
    expect(named.length).toBeGreaterThan(6);
    for (const path of named) expect(paths).toContain(path?.replace('./', ''));
  });

  test('has the size that docs/package.md states, and may not be published', () => {
    const said = /([\d.]+) MB packed, ([\d.]+) MB/.exec(readFileSync(`${repository}docs/package.md`, 'utf8')) ?? [];
    const [, tarball, whole] = said.map(Number);
    // Stated to a tenth of a megabyte, upwards.
    const sum = packed.reduce((total, file) => total + file.bytes, 0);
    expect([bytes / 1e6 <= tarball, sum / 1e6 <= whole]).toEqual([true, true]);
    expect([bytes / 1e6 > tarball - 0.2, sum / 1e6 > whole - 0.4]).toEqual([true, true]);
    expect(manifest.private).toBe(true);
  });
});
