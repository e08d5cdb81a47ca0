import { execFile } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Stream } from 'gainsay';

const run = promisify(execFile);

/** Matrices of 64 MB in the file. */
const MATRICES = 16;
const [ROWS, COLUMNS] = [4096, 4096];

const COMMAND = fileURLToPath(new URL('../bin/gainsay.js', import.meta.url));

let made: { readonly folder: string; readonly file: string } | undefined;

/** A checkpoint of 1 GB of float32 normals, made when it is first asked for and gone when the process is. */
function checkpoint(): { readonly folder: string; readonly file: string } {
  if (made && existsSync(made.file)) return made;
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'large.safetensors');
  const bytes = 4 * ROWS * COLUMNS;
  const header = Object.fromEntries(
    Array.from({ length: MATRICES }, (_, i) => [
      `h.${i}.weight`,
      { dtype: 'F32', shape: [ROWS, COLUMNS], data_offsets: [i * bytes, (i + 1) * bytes] },
    ]),
  );
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const out = openSync(file, 'w');
  writeSync(out, length);
  writeSync(out, text);
  for (let i = 0; i < MATRICES; i++)
    writeSync(out, new Stream(1, `reading ${i}`).normals(new Float32Array(ROWS * COLUMNS), 0, 0.02));
  fsyncSync(out);
  closeSync(out);
  made = { folder, file };
  return made;
}

/** Seconds of a whole process that reads the checkpoint, which the page cache has been asked to forget. */
async function reading(command: string, args: (file: string, folder: string) => readonly string[]): Promise<number> {
  const { file, folder } = checkpoint();
  await run('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
  const started = performance.now();
  await run(command, [...args(file, folder)], { maxBuffer: 2 ** 20 });
  return (performance.now() - started) / 1000;
}

/** The command, from its start to its end, page and all. */
export const audited = (): Promise<number> =>
  reading(process.execPath, (file, folder) => [COMMAND, 'audit', file, '--quiet', '--out', join(folder, 'report')]);

export const concatenated = (): Promise<number> => reading('sh', (file) => ['-c', 'cat "$1" > /dev/null', 'sh', file]);
