// Compiles src/kernel/assembly to src/kernel/binary.ts, which is kept in the repository: neither a clone nor a user of the package
// needs the compiler. Usage: npm run build:kernel
import { writeFileSync } from 'node:fs';
import { compileKernel } from './compile-kernel.ts';

const binary = compileKernel();
const text = Buffer.from(binary).toString('base64');
writeFileSync(
  'src/kernel/binary.ts',
  `/** What \`npm run build:kernel\` makes of assembly/, ${binary.length} bytes of WebAssembly in base64. */\nexport const BINARY: string =\n  '${text}';\n`,
);
console.log(`src/kernel/binary.ts: ${binary.length} bytes of WebAssembly`);
