import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParameterError } from '../parameter.ts';

/**
 * Writes files into a folder and returns their paths.
 *
 * All are written under other names first, and then renamed, without giving way in between: Ctrl-C or a full disk leaves the files
 * of the last run, or those of this one, and never half of either.
 *
 * @throws ParameterError where the folder cannot be written to.
 */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): string[] {
  const named = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    return { path, text, temporary: `${path}.${process.pid}.tmp` };
  });
  try {
    mkdirSync(folder, { recursive: true });
    for (const { temporary, text } of named) writeFileSync(temporary, text);
    for (const { temporary, path } of named) renameSync(temporary, path);
  } catch (error) {
    for (const { temporary } of named) if (existsSync(temporary)) rmSync(temporary);
    throw error instanceof Error && 'code' in error
      ? new ParameterError('--out', `a folder that can be written to (${String(error.code)})`, folder)
      : error;
  }
  return named.map(({ path }) => path);
}
