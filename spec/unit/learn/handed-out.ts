import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Workshop } from '../../../src/learn/workshop.ts';

/** What a lesson of these specs is made of: small enough to be read at a glance. */
const FILES = (title: string): Record<string, string> => ({
  'README.md': `# ${title}\n\n## The task\n\nChoose\nthe std.\n\n## What you have learnt\n\nThat it grows.\n`,
  'README.zh.md': `# ${title}（中文）\n\n## 任务\n\n选择标准差。\n\n## 你学到了什么\n\n它会增长。\n`,
  'hints.md': '## 1\n\nThink.\n\n## 2\n\nThink of the root.\n\n## 3\n\nIt is 1/√n.\n',
  'hints.zh.md': '## 1\n\n想一想。\n\n## 2\n\n想一想根号。\n\n## 3\n\n是 1/√n。\n',
  'exercise.ts': '/** The std. */\nexport const std = (n: number): number => {\n  // TODO\n  return n;\n};\n',
  'solution.ts': '/** The std. */\nexport const std = (n: number): number => 1 / Math.sqrt(n);\n',
  'lesson.spec.ts': '// judged by another\n',
});

/** A folder that is gone when the test is. */
export function folderFor(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The files of lessons as they are handed out: `01-one`, `02-two` and `03-three`. */
export const handedOut = (names: readonly string[] = ['one', 'two', 'three']): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name, n) =>
      Object.entries(FILES(`${n + 1} · ${name}`)).map(([file, text]) => [
        `${String(n + 1).padStart(2, '0')}-${name}/${file}`,
        text,
      ]),
    ),
  );

/** A learner's folder that is open. */
export function openWorkshop(names?: readonly string[]): Workshop {
  const workshop = new Workshop(folderFor(handedOut(names)), join(folderFor(), 'lessons'));
  workshop.open();
  return workshop;
}
