import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The kernel's WebAssembly, compiled from its source; the same bytes on every machine.
 *
 * By the compiler's command: to import it would bring its types along, which change those of JavaScript's own arrays everywhere.
 */
export function compileKernel(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-kernel-'));
  try {
    const binary = join(folder, 'kernel.wasm');
    const flags = ['--outFile', binary, '-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];
    const compiler = ['node_modules/assemblyscript/bin/asc.js', 'src/kernel/assembly/index.ts', ...flags];
    const { status, stderr } = spawnSync(process.execPath, compiler, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the kernel does not compile: ${stderr}`);
    return new Uint8Array(readFileSync(binary));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
