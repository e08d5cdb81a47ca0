import { main } from 'assemblyscript/asc';

/** The kernel's WebAssembly, compiled from its source; the same bytes on every machine. */
export async function compileKernel(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error } = await main(
    ['src/kernel/assembly/index.ts', '--outFile', 'kernel.wasm', '-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'],
    {
      writeFile: (_, contents) => {
        binary = contents as Uint8Array;
      },
    },
  );
  if (error || !binary) throw new Error(`the kernel does not compile: ${String(error)}`, { cause: error });
  return binary;
}
