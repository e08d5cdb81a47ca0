import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { filesOf, textOf } from '../unit/docs/document.ts';
import { run } from './run.ts';

/** A project outside the repository that gainsay is installed into, and what was installed. */
export interface Consumer {
  readonly folder: string;
  /** The packed files, by their paths in the package, with their sizes. */
  readonly packed: readonly { readonly path: string; readonly bytes: number }[];
  /** Bytes of the tarball. */
  readonly bytes: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    consumer: Consumer;
  }
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** What npm prints of a tarball that it has packed. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Packs what is here, and installs it into a project made of docs/package.md's files and those in project/. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-consumer-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    project.provide('consumer', await make(folder));
    return remove;
  } catch (error) {
    remove();
    throw error;
  }
}

async function make(folder: string): Promise<Consumer> {
  // Apart from packing, whose own words would stand before its JSON.
  await npm(repository, ['run', '--silent', 'build']);
  const said = await npm(repository, ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
  const [{ filename, size, files }] = JSON.parse(said) as [Packed];
  cpSync(fileURLToPath(new URL('project', import.meta.url)), folder, { recursive: true });
  for (const [path, text] of Object.entries(filesOf(textOf('docs/package.md')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // The versions that are here already: npm finds them in its cache.
  const beside = ['vitest', 'typescript'].map((name) => `${name}@${versionOf(name)}`);
  await npm(folder, ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`, ...beside]);
  return { folder, packed: files.map((file) => ({ path: file.path, bytes: file.size })), bytes: size };
}

async function npm(cwd: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(cwd, 'npm', args);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(repository, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;
}
