import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { truthTable } from '../../../tools/audited-truth.ts';
import { Project } from '../cli/project.ts';
import { blocksOf, textOf } from './document.ts';

const FILES = fileURLToPath(new URL('../../../fixtures/checkpoints/files', import.meta.url));
const DOCUMENT = textOf('docs/audit.md');

test('The guide to an audit shows what it says of each fixture', async () => {
  const cells = (table: string) => table.split('\n').map((row) => row.split('|').map((cell) => cell.trim().replace(/-+/, '---')));
  const [, shown] = DOCUMENT.split('<!-- what it says -->');
  expect(cells(shown.trim())).toEqual(cells(await truthTable(FILES)));
});

test('What the guide shows is what is printed', async () => {
  const project = new Project({});
  const at = (name: string, as: string) => cpSync(join(FILES, name), join(project.folder, as));
  const printed = (beginning: string) =>
    new RegExp(`^\`\`\`\\n(${beginning}.*?)^\`\`\`$`, 'ms').exec(DOCUMENT)?.[1] ?? 'nothing is shown';
  const withoutTime = (text: string) => text.replace(/; [\d.]+ s$/m, '').trim();
  at('mlp-kaiming-normal.safetensors', 'model.safetensors');
  const audited = await project.run(['audit', 'model.safetensors', '--activation', 'relu'], { COLUMNS: '100' });
  expect(withoutTime(audited.stdout)).toBe(withoutTime(printed('tensor')));
  expect((await project.run(['audit', 'model.safetensors', '--write-expectations', 'model.expect.json'])).code).toBe(0);
  at('mlp-fan-out-for-fan-in.safetensors', 'model.safetensors');
  const refuted = await project.run(['audit', 'model.safetensors', '--expect', 'model.expect.json', '--quiet']);
  expect(refuted.stdout.split('\n')[0]).toBe(printed('✗').trim());
  // The example of an expectations file is one.
  project.write('example.json', blocksOf(DOCUMENT, 'json')[0]);
  expect((await project.run(['audit', 'model.safetensors', '--expect', 'example.json'])).code).toBe(1);
});
