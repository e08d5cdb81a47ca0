import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package.json that a file in this folder belongs to, as Node looks for it: here, or in a folder above; null where there is none. */
export function nearestPackage(folder: string): string | null {
  const path = join(folder, 'package.json');
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? null : nearestPackage(dirname(folder));
}
